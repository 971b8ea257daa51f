import { mkdirSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { KeptStill, PictureStore } from './picture-store.ts';

/** Some thousand pictures. */
const mostBytes = 300_000_000;
/** So much of that is left once it was too much. */
const keptShare = 0.8;
const sampleBytes = 64;

export type StillCache = ReturnType<typeof createStillCache>;

/** Small stills of customers' pictures, below `cache/customers`, named by the hash of their bytes. All of them can
 *  be fetched again: no backup has them, and the oldest go when there is no more room. */
export function createStillCache(store: PictureStore, dataDir: string, most = mostBytes) {
  const folder = join(dataDir, 'cache', 'customers');
  mkdirSync(folder, { recursive: true });
  const fileOf = (hash: string): string => join(folder, hash.slice(0, 2), `${hash}.webp`);
  const remove = (hash: string): Promise<void> => rm(fileOf(hash), { force: true });
  const isThere = (hash: string): Promise<boolean> =>
    stat(fileOf(hash)).then(
      (found) => found.isFile(),
      () => false,
    );

  async function makeRoom(): Promise<void> {
    const stills = store.stills();
    let sum = stills.reduce((all, { sizeBytes }) => all + sizeBytes, 0);
    if (sum <= most) return;
    for (const { hash, sizeBytes } of stills) {
      if (sum <= most * keptShare) return;
      store.lose(hash);
      await remove(hash);
      sum -= sizeBytes;
    }
  }

  /** Every file that is there. */
  async function files(): Promise<string[]> {
    const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  }

  return {
    fileOf,
    isThere,
    remove,
    /** Moves a finished still to its place. `note` writes its row and tells whether there is still one to write:
     *  else nothing stays. */
    async settle(path: string, { hash }: KeptStill, note: () => boolean): Promise<boolean> {
      const file = fileOf(hash);
      await mkdir(dirname(file), { recursive: true });
      await rename(path, file);
      if (!note()) {
        if (!store.isNamed(hash)) await remove(hash);
        return false;
      }
      await makeRoom();
      return true;
    },
    /** Removes files that no row names: after a crash, or once their comments were forgotten. */
    async sweep(): Promise<number> {
      const named = new Set([...store.named()].map(fileOf));
      const strays = (await files()).filter((path) => !named.has(path));
      for (const path of strays) await rm(path, { force: true });
      return strays.length;
    },
    /** Some bytes from the middle of a still, by which a copy of it is known anywhere. */
    async sample(hash: string): Promise<Buffer | undefined> {
      const file = await open(fileOf(hash)).catch(() => undefined);
      if (!file) return undefined;
      try {
        const { size } = await file.stat();
        const length = Math.min(size, sampleBytes);
        const part = Buffer.alloc(length);
        await file.read(part, 0, length, Math.floor((size - length) / 2));
        return part;
      } finally {
        await file.close();
      }
    },
  };
}
