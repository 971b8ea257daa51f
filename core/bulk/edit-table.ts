import type { BulkField } from '../../shared/contract/bulk.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { Mapping } from './column-names.ts';
import type { LookOver } from './look-over.ts';
import { hasLevel } from './present.ts';
import { splitParts, type RowCells } from './row-reading.ts';
import { cellOf, type BulkStore, type SessionRow, type StoredRow } from './store.ts';

/** Fields whose cells list several things; of others the whole cell is meant. */
const lists: ReadonlySet<BulkField> = new Set([
  'accounts',
  'media',
  'tags',
  'hashtags',
  'collaborators',
]);

/** Changes to a table that is being looked at. Joins the transaction of the caller. */
export function editing(
  store: BulkStore,
  findOpen: (sessionId: string) => SessionRow,
  look: (session: SessionRow) => LookOver,
) {
  /** A cell that is again what the file has is no edit. */
  function write(session: SessionRow, stored: StoredRow, cells: RowCells): void {
    const edits = { ...stored.edits };
    for (const [field, value] of Object.entries(cells) as [BulkField, string][]) {
      const original = stored.cells[session.mapping.indexOf(field)] ?? '';
      if (value === original) delete edits[field];
      else edits[field] = value;
    }
    store.setEdits(session.id, stored.row, edits);
  }

  return {
    setMapping(sessionId: string, mapping: Mapping): void {
      const session = findOpen(sessionId);
      const fields = mapping.filter(Boolean);
      const isSound =
        mapping.length === session.mapping.length && new Set(fields).size === fields.length;
      if (!isSound) throw new Problem('invalid-input', { fields: 'mapping' });
      store.setMapping(sessionId, mapping);
    },
    setCells(asked: { sessionId: string; row: number; cells: RowCells }): void {
      const session = findOpen(asked.sessionId);
      const stored = store.rows(session.id).find((one) => one.row === asked.row);
      if (!stored) throw new Problem('not-found', { what: 'row' });
      write(session, stored, asked.cells);
    },
    /** Answers how many rows changed. */
    replace(asked: { sessionId: string; field: BulkField; found: string; by: string }): number {
      const session = findOpen(asked.sessionId);
      let changed = 0;
      for (const stored of store.rows(session.id)) {
        const cell = cellOf(stored, asked.field, session.mapping);
        const next = replaced(cell, asked);
        if (next === cell) continue;
        write(session, stored, { [asked.field]: next });
        changed += 1;
      }
      return changed;
    },
    fill(asked: {
      sessionId: string;
      field: BulkField;
      value: string;
      rows?: number[] | undefined;
    }): number {
      const session = findOpen(asked.sessionId);
      const named = asked.rows && new Set(asked.rows);
      const isMeant = (stored: StoredRow): boolean =>
        named?.has(stored.row) ?? cellOf(stored, asked.field, session.mapping).trim() === '';
      const rows = store.rows(session.id).filter(isMeant);
      for (const stored of rows) write(session, stored, { [asked.field]: asked.value });
      return rows.length;
    },
    leaveOut(asked: { sessionId: string; rows?: number[] | undefined; leftOut: boolean }): void {
      const session = findOpen(asked.sessionId);
      const wrong = () =>
        look(session).rows.flatMap((row) =>
          !row.stored.leftOut && hasLevel(row, 'error') ? row.stored.row : [],
        );
      for (const row of asked.rows ?? wrong()) store.setLeftOut(session.id, row, asked.leftOut);
    },
  };
}

function replaced(
  cell: string,
  { field, found, by }: { field: BulkField; found: string; by: string },
): string {
  if (!lists.has(field)) return cell.trim() === found ? by : cell;
  const parts = splitParts(cell).flatMap((part) =>
    part === found ? [part] : part.split(',').map((one) => one.trim()),
  );
  if (!parts.includes(found)) return cell;
  return parts.flatMap((part) => (part === found ? (by === '' ? [] : by) : part)).join(' ; ');
}
