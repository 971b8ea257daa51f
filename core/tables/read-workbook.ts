import readSheets from 'read-excel-file/node';
import { Problem } from '../../shared/contract/problem.ts';
import { listArchive, unpackEntry, type ArchiveEntry } from './read-archive.ts';

export type WorkbookTable = { sheet: string; rows: string[][] };

/** A plan of 5,000 long posts unpacks to some 15 MB. */
const mostUnpackedBytes = 120_000_000;
const mostEntries = 2000;

/** A file that is no text but of a program's own kind; what it looks like by its first bytes. */
export function sniffTable(bytes: Uint8Array): 'text' | 'archive' | 'old-workbook' {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (magic === 'PK\x03\x04' || magic === 'PK\x05\x06') return 'archive';
  return magic === '\xd0\xcf\x11\xe0' ? 'old-workbook' : 'text';
}

/** Reads the first sheet of an XLSX that is not hidden, as text: days as `2026-11-26`, times as `18:30`,
 *  formulas by the value they had when the file was saved. What is not a workbook, is damaged or
 *  unpacks to more than it should is refused (F86). */
export async function readWorkbook(bytes: Buffer, name: string): Promise<WorkbookTable> {
  const entries = listArchive(bytes);
  if (!entries || entries.length > mostEntries) throw damaged(name);
  refuseOther(entries, name);
  const book = await unpackAll(bytes, entries, name);
  const hidden = hiddenSheets(book);
  const sheets = await readSheets(bytes, { trim: false }).catch((cause: unknown) => {
    throw damaged(name, cause);
  });
  const shown = sheets.filter(({ sheet }) => !hidden.has(sheet));
  const first = shown.find(({ data }) => data.length > 0) ?? shown[0];
  if (!first) throw new Problem('table-empty', { name });
  return { sheet: first.sheet, rows: first.data.map((row) => row.map(cellText)) };
}

function refuseOther(entries: readonly ArchiveEntry[], name: string): void {
  const has = (path: string) => entries.some((entry) => entry.name === path);
  if (has('xl/workbook.xml')) return;
  const context = has('content.xml') ? 'ods' : has('xl/workbook.bin') ? 'xls' : 'other';
  throw new Problem('table-kind', { name, context });
}

/** Unpacks everything once, within limits, before anything else believes the archive. */
async function unpackAll(
  bytes: Buffer,
  entries: readonly ArchiveEntry[],
  name: string,
): Promise<string> {
  let left = mostUnpackedBytes;
  let book = '';
  for (const entry of entries) {
    const content = await unpackEntry(bytes, entry, left);
    if (!content) throw damaged(name);
    left -= content.length;
    if (entry.name === 'xl/workbook.xml') book = content.toString('utf8');
  }
  return book;
}

function hiddenSheets(book: string): Set<string> {
  const tags = book.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? [];
  const hidden = tags.filter((tag) => /\sstate="(?:hidden|veryHidden)"/.test(tag));
  return new Set(hidden.map((tag) => plainAttribute(/\sname="([^"]*)"/.exec(tag)?.[1] ?? '')));
}

function plainAttribute(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

function damaged(name: string, cause?: unknown): Problem {
  return new Problem('table-damaged', { name }, { cause });
}

function cellText(value: unknown): string {
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n');
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A day, a time of day (a fraction of the day zero of spreadsheets) or both; to the nearest minute,
 *  since fractions of a day are never exact. */
function dateText(value: Date): string {
  const minutes = Math.round(value.getTime() / 60_000);
  if (!Number.isFinite(minutes)) return '';
  const iso = new Date(minutes * 60_000).toISOString();
  const day = iso.slice(0, 10);
  const time = iso.slice(11, 16);
  if (day.startsWith('1899-12-3') || day.startsWith('1900-01-0')) return time;
  return time === '00:00' ? day : `${day} ${time}`;
}
