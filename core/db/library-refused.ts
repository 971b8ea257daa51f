/** Why a data folder was not opened. Nothing in it was changed. */
export type RefusalReason =
  | 'newer' // made by a newer Vitrine
  | 'foreign' // another program's database
  | 'damaged' // cut, empty, or not a database
  | 'in-use' // another studio has it open
  | 'unwritable' // no right to write there
  | 'synced-folder' // a folder that another program synchronises
  | 'wal-missing'; // the write-ahead log was taken away

export class LibraryRefused extends Error {
  readonly reason: RefusalReason;
  readonly params: Record<string, unknown>;

  constructor(reason: RefusalReason, params: Record<string, unknown> = {}) {
    super(`library refused: ${reason}`);
    this.name = 'LibraryRefused';
    this.reason = reason;
    this.params = params;
  }
}
