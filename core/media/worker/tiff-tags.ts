import { open } from 'node:fs/promises';

const mostTags = 200;
const photometricTag = 262;

/** How a TIFF's first picture says its colours. Nothing where its directory cannot be read. */
export async function readTiffTags(
  path: string,
): Promise<{ photometric: number | undefined } | undefined> {
  const file = await open(path, 'r');
  try {
    const bytesAt = async (at: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    };
    const head = await bytesAt(0, 8);
    const isLittle = head.toString('latin1', 0, 2) === 'II';
    const short = (bytes: Buffer, at: number) =>
      isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
    const directoryAt = isLittle ? head.readUInt32LE(4) : head.readUInt32BE(4);
    const count = short(await bytesAt(directoryAt, 2), 0);
    const entries = await bytesAt(directoryAt + 2, 12 * Math.min(count, mostTags));
    for (let at = 0; at + 12 <= entries.length; at += 12)
      if (short(entries, at) === photometricTag) return { photometric: short(entries, at + 8) };
    return { photometric: undefined };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  } finally {
    await file.close();
  }
}
