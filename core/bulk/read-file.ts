import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import { decodeText, detectEncoding, type TextEncoding } from '../tables/decode-text.ts';
import { readTable } from '../tables/read-table.ts';
import { readWorkbook, sniffTable } from '../tables/read-workbook.ts';
import { plainCell } from '../tables/write-table.ts';
import { findHeader, recogniseHeaders, type Mapping } from './column-names.ts';
import type { StoredReading, StoredRow } from './store.ts';

export type TableSource = { path: string; name?: string | undefined };
export type ReadFile = {
  name: string;
  reading: StoredReading;
  mapping: Mapping;
  rows: Pick<StoredRow, 'row' | 'cells'>[];
};

const largestBytes = 50_000_000;
export const mostRows = 5000;
const mostColumns = 200;
/** No cell of a post is longer; what is more is told by its row, not kept. */
const longestCell = 100_000;

/** Reads a table of posts, whatever its kind. Rows count as the spreadsheet shows them; blank ones are
 *  left out. Where no header is known, columns go by their letters and every row is taken. */
export async function readTableFile(
  source: TableSource,
  asked: TextEncoding | undefined,
): Promise<ReadFile> {
  const name = source.name ?? basename(source.path);
  const bytes = await readBytes(source.path, name);
  const { rows, ...how } = await readRows(bytes, name, asked);
  const headerIndex = findHeader(rows);
  const kept = rows.flatMap((cells, index) => {
    if (index <= (headerIndex ?? -1) || isBlank(cells)) return [];
    return [{ row: index + 1, cells: cells.slice(0, mostColumns).map(keptCell) }];
  });
  if (kept.length === 0) throw new Problem('table-empty', { name });
  if (kept.length > mostRows) {
    const count = kept.length;
    throw new Problem('table-too-large', { name, count, most: mostRows, context: 'rows' });
  }
  const named = headerIndex === undefined ? undefined : rows[headerIndex];
  const headers = (named ?? letters(kept)).slice(0, mostColumns).map((cell) => cell.trim());
  return { name, reading: { ...how, headers }, mapping: recogniseHeaders(headers), rows: kept };
}

/** `A`, `B` … as a spreadsheet names the columns of these rows; `AA` after `Z`. */
function letters(rows: readonly { cells: readonly string[] }[]): string[] {
  const count = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const letter = (place: number) => String.fromCharCode(65 + place);
  return Array.from({ length: count }, (_, place) =>
    place < 26 ? letter(place) : `${letter(Math.floor(place / 26) - 1)}${letter(place % 26)}`,
  );
}

async function readBytes(path: string, name: string): Promise<Buffer> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts?.isFile()) throw new Problem('file-missing', { name });
  if (facts.size > largestBytes)
    throw new Problem('table-too-large', {
      name,
      most: largestBytes / 1_000_000,
      context: 'bytes',
    });
  if (facts.size === 0) throw new Problem('table-empty', { name });
  return readFile(path);
}

type HowRead = Omit<StoredReading, 'headers'> & { rows: string[][] };

async function readRows(
  bytes: Buffer,
  name: string,
  asked: TextEncoding | undefined,
): Promise<HowRead> {
  const kind = sniffTable(bytes);
  if (kind === 'old-workbook') throw new Problem('table-kind', { name, context: 'xls' });
  if (kind === 'archive') return { kind: 'workbook', ...(await readWorkbook(bytes, name)) };
  const encoding = asked ?? detectEncoding(bytes);
  const { separator, rows } = await readTable(decodeText(bytes, encoding, name), name);
  return { kind: 'text', encoding, separator, rows: rows.map((row) => row.map(plainCell)) };
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

// NUL and other control characters have no place in a post; tabs and line breaks do.
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function keptCell(cell: string): string {
  return cell.slice(0, longestCell).replace(/\r\n?/g, '\n').replace(controls, '');
}
