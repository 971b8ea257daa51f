import { closeSync, existsSync, openSync, readSync } from 'node:fs';

/** "VTRN", so that a foreign SQLite file is never taken for a library. */
export const applicationId = 0x5654524e;

export type SchemaProbe =
  | { state: 'absent' }
  | { state: 'ours'; version: number }
  /** Empty, cut, or no SQLite file at all. */
  | { state: 'damaged' }
  /** SQLite, but of another program. */
  | { state: 'foreign' };

const headerBytes = 100;
const magic = 'SQLite format 3\0';

/** Reads version and application id from the header of the closed file. Opening it with SQLite, even
 *  read-only, would leave -wal and -shm files beside a library that we may have to refuse.
 *  Offsets 60 and 68: https://www.sqlite.org/fileformat2.html#the_database_header */
export function probeSchema(file: string): SchemaProbe {
  if (!existsSync(file)) return { state: 'absent' };
  const header = Buffer.alloc(headerBytes);
  const handle = openSync(file, 'r');
  try {
    const read = readSync(handle, header, 0, headerBytes, 0);
    if (read < headerBytes || header.toString('latin1', 0, 16) !== magic) {
      return { state: 'damaged' };
    }
  } finally {
    closeSync(handle);
  }
  if (header.readUInt32BE(68) !== applicationId) return { state: 'foreign' };
  return { state: 'ours', version: header.readUInt32BE(60) };
}
