export type StorageTrouble = 'disk-full' | 'disk-failing';

/** What is wrong with the disk, if that is what an error of SQLite or of a file says. */
export function storageTrouble(error: unknown): StorageTrouble | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  return code.startsWith('SQLITE_IOERR') ? 'disk-failing' : undefined;
}
