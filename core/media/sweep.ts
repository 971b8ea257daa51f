import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from './file-store.ts';
import type { AssetStore } from './store.ts';
import { endMarkedProcess } from './worker/process-mark.ts';
import { markName } from './worker/frame-encoder.ts';

const quarantineMs = 30 * 24 * 3_600_000;

/** Makes disk and rows agree after a crash: unfinished files go, with uploads that nobody was told of; a row
 *  without its file is marked, a file without a row waits thirty days in quarantine. Only files older than
 *  `bootAt` (the machine's own clock, as file times are) are looked at: newer ones may be on their way to a
 *  row. */
export async function sweepMedia(
  { store, files, workDir }: { store: AssetStore; files: FileStore; workDir: string },
  bootAt: number,
): Promise<{ partsRemoved: number; damaged: number; strays: number }> {
  await endLeftovers(workDir);
  const rows = store.places();
  const waiting = new Set(rows.flatMap(({ same_as, place }) => (same_as === null ? [place] : [])));
  const partsRemoved =
    (await removeOld(files.incomingDir, bootAt)) +
    (await removeOld(files.fileOf('uploads'), bootAt, (name) => !waiting.has(`uploads/${name}`)));
  let damaged = 0;
  for (const row of rows) {
    if (row.state === 'damaged' || row.same_as !== null) continue;
    if ((await files.sizeOf(row.place)) !== undefined) continue;
    store.markState(row.id, 'damaged');
    damaged++;
  }
  const known = new Set(
    rows.flatMap((row) => [row.place, row.thumb_place ?? '', row.source_place ?? '']),
  );
  const strays = await quarantineStrays(files.mediaDir, known, bootAt);
  return { partsRemoved, damaged, strays };
}

/** An ffmpeg that outlived its studio is ended, then what it was making goes. */
async function endLeftovers(workDir: string): Promise<void> {
  for (const name of await readdir(workDir).catch(() => [])) {
    endMarkedProcess(join(workDir, name, markName));
    await rm(join(workDir, name), { recursive: true, force: true });
  }
}

async function removeOld(
  folder: string,
  bootAt: number,
  isLeft: (name: string) => boolean = () => true,
): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    if (!isLeft(name) || !(await isOlder(file, bootAt))) continue;
    await rm(file, { force: true });
    removed++;
  }
  return removed;
}

async function quarantineStrays(
  mediaDir: string,
  known: Set<string>,
  bootAt: number,
): Promise<number> {
  const quarantine = join(mediaDir, 'quarantine');
  await mkdir(quarantine, { recursive: true });
  for (const name of await readdir(quarantine))
    if (await isOlder(join(quarantine, name), bootAt - quarantineMs))
      await rm(join(quarantine, name), { force: true });
  let strays = 0;
  for (const folder of await readdir(mediaDir)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    for (const name of await readdir(join(mediaDir, folder))) {
      const file = join(mediaDir, folder, name);
      if (known.has(`${folder}/${name}`) || !(await isOlder(file, bootAt))) continue;
      await rename(file, join(quarantine, name));
      strays++;
    }
  }
  return strays;
}

async function isOlder(file: string, at: number): Promise<boolean> {
  return stat(file).then(
    (found) => Math.max(found.mtimeMs, found.ctimeMs) < at,
    () => false,
  );
}
