import { bulkField, type BulkField } from '../../shared/contract/bulk.ts';
import { z } from 'zod';
import type { Db } from '../db/transact.ts';
import type { NamedMedium } from './bulk-uses.ts';
import type { Mapping } from './column-names.ts';
import type { RowCells } from './row-reading.ts';

const storedReading = z.object({
  kind: z.enum(['text', 'workbook']),
  encoding: z.string().optional(),
  separator: z.string().optional(),
  sheet: z.string().optional(),
  headers: z.array(z.string()),
});
export type StoredReading = z.infer<typeof storedReading>;
const storedMapping = z.array(bulkField.or(z.literal('')));
const storedCells = z.array(z.string());
const storedEdits = z.partialRecord(bulkField, z.string());

export type SessionRow = {
  id: string;
  name: string;
  state: 'open' | 'confirmed' | 'discarded';
  reading: StoredReading;
  mapping: Mapping;
  createdAt: number;
};
export type StoredRow = {
  row: number;
  /** As the file has them, by column. */
  cells: string[];
  edits: RowCells;
  leftOut: boolean;
};

type RawSession = Omit<SessionRow, 'reading' | 'mapping'> & { reading: string; mapping: string };
type RawRow = { row: number; cells: string; edits: string; leftOut: number };

export type BulkStore = ReturnType<typeof bulkStore>;

const sessionColumns = 'id, name, state, reading, mapping, created_at AS createdAt';

/** Tables that are being looked at, with their rows and the media brought along. */
export function bulkStore(db: Db) {
  const find = db.prepare<[string], RawSession>(
    `SELECT ${sessionColumns} FROM bulk_sessions WHERE id = ?`,
  );
  const open = db.prepare<[], RawSession>(
    `SELECT ${sessionColumns} FROM bulk_sessions WHERE state = 'open'
     ORDER BY created_at DESC, id DESC LIMIT 1`,
  );
  const insert = db.prepare(
    `INSERT INTO bulk_sessions (id, name, state, reading, mapping, created_at)
     VALUES (@id, @name, 'open', @reading, @mapping, @createdAt)`,
  );
  const setMapping = db.prepare<[string, string]>(
    'UPDATE bulk_sessions SET mapping = ? WHERE id = ?',
  );
  const close = db.prepare<[string, string | null, string]>(
    'UPDATE bulk_sessions SET state = ?, batch_id = ? WHERE id = ?',
  );
  const dropRows = db.prepare<[string]>('DELETE FROM bulk_rows WHERE session_id = ?');
  const dropFiles = db.prepare<[string]>('DELETE FROM bulk_files WHERE session_id = ?');

  return {
    find: (id: string) => parseSession(find.get(id)),
    open: () => parseSession(open.get()),
    insert(session: Omit<SessionRow, 'state'>): void {
      const { reading, mapping, ...rest } = session;
      insert.run({ ...rest, reading: JSON.stringify(reading), mapping: JSON.stringify(mapping) });
    },
    setMapping: (id: string, mapping: Mapping) => setMapping.run(JSON.stringify(mapping), id),
    /** What was in the table goes; that there was one stays. */
    close(id: string, state: 'confirmed' | 'discarded', batchId: string | null): void {
      close.run(state, batchId, id);
      dropRows.run(id);
      dropFiles.run(id);
    },
    ...rowStatements(db),
    ...fileStatements(db),
  };
}

function rowStatements(db: Db) {
  const all = db.prepare<[string], RawRow>(
    `SELECT row, cells, edits, left_out AS leftOut FROM bulk_rows WHERE session_id = ? ORDER BY row`,
  );
  const insert = db.prepare<[string, number, string]>(
    'INSERT INTO bulk_rows (session_id, row, cells) VALUES (?, ?, ?)',
  );
  const setEdits = db.prepare<[string, string, number]>(
    'UPDATE bulk_rows SET edits = ? WHERE session_id = ? AND row = ?',
  );
  const setLeftOut = db.prepare<[number, string, number]>(
    'UPDATE bulk_rows SET left_out = ? WHERE session_id = ? AND row = ?',
  );
  return {
    rows: (sessionId: string): StoredRow[] => all.all(sessionId).map(parseRow),
    addRows(sessionId: string, rows: readonly Pick<StoredRow, 'row' | 'cells'>[]): void {
      for (const { row, cells } of rows) insert.run(sessionId, row, JSON.stringify(cells));
    },
    setEdits: (sessionId: string, row: number, edits: RowCells) =>
      setEdits.run(JSON.stringify(edits), sessionId, row),
    setLeftOut: (sessionId: string, row: number, leftOut: boolean) =>
      setLeftOut.run(leftOut ? 1 : 0, sessionId, row),
  };
}

function fileStatements(db: Db) {
  const add = db.prepare<[string, string, string]>(
    'INSERT OR REPLACE INTO bulk_files (session_id, name, asset_id) VALUES (?, ?, ?)',
  );
  const files = db.prepare<[string], NamedMedium>(
    'SELECT name, asset_id AS assetId FROM bulk_files WHERE session_id = ? ORDER BY name',
  );
  return {
    addFile: (sessionId: string, { name, assetId }: NamedMedium) =>
      add.run(sessionId, name, assetId),
    files: (sessionId: string) => files.all(sessionId),
  };
}

/** The cell of a field: what was changed here goes before what the file has. */
export function cellOf({ cells, edits }: StoredRow, field: BulkField, mapping: Mapping): string {
  return edits[field] ?? cells[mapping.indexOf(field)] ?? '';
}

function parseSession(row: RawSession | undefined): SessionRow | undefined {
  return (
    row && {
      ...row,
      reading: storedReading.parse(JSON.parse(row.reading)),
      mapping: storedMapping.parse(JSON.parse(row.mapping)),
    }
  );
}

function parseRow({ row, cells, edits, leftOut }: RawRow): StoredRow {
  return {
    row,
    cells: storedCells.parse(JSON.parse(cells)),
    edits: storedEdits.parse(JSON.parse(edits)),
    leftOut: leftOut === 1,
  };
}
