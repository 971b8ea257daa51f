import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  createWriteStream,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
} from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../../shared/contract/problem.ts';
import { sniffBytes } from './sniff.ts';

/** Bytes that arrived whole in the incoming folder and are on the disk, not yet in their place. */
export type Arrived = { partPath: string; sizeBytes: number; hash: string; head: Uint8Array };

export type FileStore = ReturnType<typeof createFileStore>;

/** Files below `media/`, named by their content. What is unfinished ends in `.part` and lies in
 *  `media/incoming`; a place is a path below `media/` with slashes. */
export function createFileStore(mediaDir: string, newId: () => string) {
  const incomingDir = join(mediaDir, 'incoming');
  for (const folder of [incomingDir, join(mediaDir, 'thumbs'), join(mediaDir, 'uploads')])
    mkdirSync(folder, { recursive: true });

  const fileOf = (place: string): string => join(mediaDir, ...place.split('/'));
  const placeOf = (hash: string, extension: string): string =>
    `${hash.slice(0, 2)}/${hash}.${extension}`;
  const thumbPlaceOf = (hash: string): string => `thumbs/${hash.slice(0, 2)}/${hash}.webp`;
  const partPath = (): string => join(incomingDir, `${newId()}.part`);

  /** Takes a stream in, up to a limit, hashing on the way. Nothing is left of what fails. */
  async function receive(stream: Readable, limitBytes: number): Promise<Arrived> {
    const path = partPath();
    const watch = createWatch(limitBytes);
    try {
      await pipeline(
        stream,
        watch.transform,
        createWriteStream(path, { flags: 'wx', flush: true }),
      );
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { partPath: path, ...watch.result() };
  }

  /** Moves a finished file to its place for good: rename, then the folder is written through. */
  async function settle(partPath: string, place: string): Promise<void> {
    const file = fileOf(place);
    await mkdir(dirname(file), { recursive: true });
    await renamePatiently(partPath, file);
    await syncFolder(dirname(file));
  }

  /** The same at once, for use inside a transaction; its file was already written through. */
  function settleNow(path: string, place: string): void {
    const file = fileOf(place);
    mkdirSync(dirname(file), { recursive: true });
    renameSync(path, file);
    if (process.platform === 'win32') return;
    const folder = openSync(dirname(file), 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  }

  return {
    mediaDir,
    incomingDir,
    fileOf,
    placeOf,
    thumbPlaceOf,
    partPath,
    receive,
    settle,
    settleNow,
    copyIn: async (path: string, limitBytes: number) =>
      receive(await openRegular(path), limitBytes),
    sizeOf: async (place: string) =>
      stat(fileOf(place)).then(
        (found) => found.size,
        () => undefined,
      ),
    discard: (path: string) => rm(path, { force: true }),
  };
}

/** Opens a file for reading that is one: a pipe would be waited at for ever, and a device never ends. */
async function openRegular(path: string): Promise<Readable> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  if ((await handle.stat()).isFile()) return handle.createReadStream();
  await handle.close();
  throw new Problem('file-unreadable');
}

/** Counts, hashes and keeps the first bytes of what passes; ends it over the limit. */
function createWatch(limitBytes: number) {
  const hash = createHash('sha256');
  const heads: Buffer[] = [];
  let sizeBytes = 0;
  const transform = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (sizeBytes < sniffBytes) heads.push(chunk.subarray(0, sniffBytes - sizeBytes));
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes)
        return done(new Problem('file-too-large', { limitMb: Math.floor(limitBytes / 1e6) }));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const result = () => ({ sizeBytes, hash: hash.digest('hex'), head: Buffer.concat(heads) });
  return { transform, result };
}

/** On Windows a virus scanner may hold a new file for a moment. */
async function renamePatiently(from: string, to: string): Promise<void> {
  const until = performance.now() + 2000;
  for (;;) {
    try {
      return await rename(from, to);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if ((code !== 'EBUSY' && code !== 'EPERM') || performance.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Makes a rename last through a power cut; Windows has no such call for folders. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
