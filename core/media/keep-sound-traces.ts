import { mkdirSync } from 'node:fs';
import { readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorkFolder } from './media-library-types.ts';
import type { WorkerPool } from './worker-pool.ts';

type Uses = {
  workers: Pick<WorkerPool, 'run'>;
  makeWorkFolder: () => Promise<WorkFolder>;
  dataDir: string;
};
export type SoundTraces = ReturnType<typeof keepSoundTraces>;

const limits = { limitMs: 120_000, urgent: true };
const maxKept = 500;

/** How sounds rise and fall, and their beats, as JSON files: each made when first asked for. */
export function keepSoundTraces({ workers, makeWorkFolder, dataDir }: Uses) {
  const folder = join(dataDir, 'cache', 'sounds');
  mkdirSync(folder, { recursive: true });
  const making = new Map<string, Promise<string>>();

  /** `key` changes with the file's content. Where nothing can be heard, as without ffmpeg, the file says
   *  `null`, and it is tried again when next asked for. */
  async function of(path: string, key: string): Promise<string> {
    const file = join(folder, `${key}.json`);
    if (await isThere(file)) return file;
    const alongside = making.get(file);
    if (alongside) return alongside;
    const made = make(path, file)
      .catch(noTrace)
      .finally(() => making.delete(file));
    making.set(file, made);
    return made;
  }

  async function make(path: string, file: string): Promise<string> {
    const work = await makeWorkFolder();
    const outPath = join(work.path, 'trace.json');
    try {
      await workers.run('traceSound', { path, outPath, folder: work.path }, limits);
      await prune();
      await rename(outPath, file);
      return file;
    } finally {
      await work.remove();
    }
  }

  async function noTrace(): Promise<string> {
    const file = join(folder, 'none.json');
    await writeFile(file, 'null');
    return file;
  }

  async function prune(): Promise<void> {
    const names = await readdir(folder);
    if (names.length < maxKept) return;
    for (const name of names.slice(0, maxKept / 5)) await rm(join(folder, name), { force: true });
  }

  return { of };
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
