import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a folder of files that can be made again holds more than `most`, leaves in it those used last,
 *  `keep` of them. */
export async function removeOldest(folder: string, most: number, keep = most): Promise<void> {
  const names = await readdir(folder);
  if (names.length <= most) return;
  const aged = await Promise.all(
    names.map(async (name) => {
      const file = join(folder, name);
      return {
        file,
        usedAt: await stat(file).then(
          (one) => one.mtimeMs,
          () => 0,
        ),
      };
    }),
  );
  aged.sort((a, b) => a.usedAt - b.usedAt);
  const old = aged.slice(0, aged.length - keep);
  await Promise.all(old.map(({ file }) => rm(file, { force: true })));
}
