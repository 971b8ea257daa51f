import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

const chunkBytes = 4 * 1024 * 1024;

export type SearchWish = {
  folder: string;
  /** Names in the folder that are not looked into. */
  skip: string[];
  needles: string[];
  /** Bytes that are no text, base64; looked for after the needles. */
  samples?: string[];
};
export type FoundFile = {
  /** From the folder on, with slashes. */
  name: string;
  sizeBytes: number;
  at: number;
  /** Places of the needles that were found, in the order in which they were asked for. */
  needles: number[];
};

/** Looks for texts and samples in the bytes of every file of a folder. Never call it in the process that holds the
 *  library open: closing its file would drop SQLite's locks. */
export function searchFiles({ folder, skip, needles, samples = [] }: SearchWish): FoundFile[] {
  const bytes = [
    ...needles.map((text) => Buffer.from(text, 'utf8')),
    ...samples.map((text) => Buffer.from(text, 'base64')),
  ];
  const files = listFiles(folder, '', new Set(skip));
  return files.flatMap((name) => {
    const path = join(folder, name);
    const found = searchFile(path, bytes);
    if (found.length === 0) return [];
    const { size, mtimeMs } = statSync(path);
    return [{ name, sizeBytes: size, at: mtimeMs, needles: found }];
  });
}

function listFiles(folder: string, below: string, skip: ReadonlySet<string>): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (skip.has(name)) return [];
    if (entry.isDirectory()) return listFiles(folder, name, skip);
    return entry.isFile() ? [name] : [];
  });
}

/** A file that goes while it is looked for holds nothing any more. */
function searchFile(path: string, needles: readonly Buffer[]): number[] {
  const longest = Math.max(1, ...needles.map(({ length }) => length));
  const found = new Set<number>();
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return [];
  }
  try {
    const buffer = Buffer.alloc(chunkBytes + longest);
    let kept = 0;
    for (;;) {
      const read = readSync(handle, buffer, kept, chunkBytes, null);
      if (read === 0) return [...found].sort((one, other) => one - other);
      const part = buffer.subarray(0, kept + read);
      needles.forEach((needle, index) => {
        if (needle.length > 0 && !found.has(index) && part.includes(needle)) found.add(index);
      });
      // What begins at the end of one piece may end in the next.
      kept = Math.min(longest - 1, part.length);
      part.copy(buffer, 0, part.length - kept);
    }
  } finally {
    closeSync(handle);
  }
}
