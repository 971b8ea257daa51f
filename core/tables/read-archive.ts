import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

/** A file inside a ZIP; its path is only a name here, nothing is ever written to it. */
export type ArchiveEntry = { name: string; method: number; packedBytes: number; headerAt: number };

const inflate = promisify(inflateRaw);
const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;

/** The files of a ZIP, by its table of contents; undefined where there is no sound one. Archives over
 *  4 GB have another table and are none that a merchant's spreadsheet needs. */
export function listArchive(bytes: Buffer): ArchiveEntry[] | undefined {
  const endAt = findEnd(bytes);
  if (endAt === undefined) return undefined;
  const count = bytes.readUInt16LE(endAt + 10);
  let at = bytes.readUInt32LE(endAt + 16);
  const entries: ArchiveEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) return undefined;
    const nameBytes = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameBytes),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      headerAt: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** What is in an entry; undefined when it is damaged or more than `mostBytes`: what its header claims
 *  is not believed. */
export async function unpackEntry(
  bytes: Buffer,
  entry: ArchiveEntry,
  mostBytes: number,
): Promise<Buffer | undefined> {
  const { headerAt, packedBytes, method } = entry;
  if (headerAt + 30 > bytes.length || bytes.readUInt32LE(headerAt) !== localMark) return undefined;
  const from =
    headerAt + 30 + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28);
  const packed = bytes.subarray(from, from + packedBytes);
  if (packed.length !== packedBytes) return undefined;
  if (method === 0) return packed.length <= mostBytes ? packed : undefined;
  if (method !== 8) return undefined;
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, mostBytes) });
  } catch {
    return undefined;
  }
}

/** The end record stands last, before a comment of at most 64 KB. */
function findEnd(bytes: Buffer): number | undefined {
  const lowest = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= lowest; at -= 1)
    if (bytes.readUInt32LE(at) === endMark) return at;
  return undefined;
}
