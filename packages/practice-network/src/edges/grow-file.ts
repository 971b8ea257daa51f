import { once } from 'node:events';
import { createWriteStream, existsSync, truncateSync, writeFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';

export interface Grown {
  /** Bytes that have arrived of the whole, counted from the start. */
  receivedBytes: number;
  complete: boolean;
}

/**
 * Writes a stream into a file from `offset` on, up to `endBytes`. What arrived before a cut line
 * stays: the next piece goes on from there.
 */
export async function growFile(
  path: string,
  offset: number,
  endBytes: number,
  source: AsyncIterable<Buffer>,
): Promise<Grown> {
  if (!existsSync(path)) writeFileSync(path, '');
  // Bytes behind the offset belong to a piece that was never acknowledged.
  truncateSync(path, offset);
  const file = createWriteStream(path, { flags: 'r+', start: offset });
  let receivedBytes = offset;
  try {
    for await (const part of source) {
      const room = endBytes - receivedBytes;
      const taken = part.length > room ? part.subarray(0, room) : part;
      if (!file.write(taken)) await once(file, 'drain');
      receivedBytes += taken.length;
      if (receivedBytes >= endBytes) break;
    }
  } catch {
    // The line was cut: what came is kept.
  }
  file.end();
  await finished(file);
  return { receivedBytes, complete: receivedBytes >= endBytes };
}
