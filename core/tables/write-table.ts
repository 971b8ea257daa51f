import { stringify } from 'csv-stringify/sync';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';

export type WrittenSheet = {
  name: string;
  rows: readonly (readonly string[])[];
  /** In characters, by column. */
  widths?: readonly number[];
};

/** What makes a spreadsheet take a cell for a formula, full-width signs too (F81). */
const runnable = /^[\t\r\n ]*[=+\-@＝＋－＠\t\r]/;

/** A cell that a spreadsheet will only show. Its reader takes the apostrophe off again. */
export function neutralCell(text: string): string {
  return runnable.test(text) || text.startsWith("'") ? `'${text}` : text;
}

/** The cell as it was before `neutralCell`; anything else is left as it is. */
export function plainCell(text: string): string {
  const inner = text.slice(1);
  return text.startsWith("'") && (runnable.test(inner) || inner.startsWith("'")) ? inner : text;
}

/** Without it Excel takes accents for Windows-1252. */
export const csvMark = '\ufeff';

/** Lines of a CSV file, which begins with `csvMark`. */
export function csvLines(rows: readonly (readonly string[])[], separator: ',' | ';'): string {
  const neutral = rows.map((row) => row.map(neutralCell));
  return stringify(neutral, {
    delimiter: separator,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n\t'"=+\-@;,]/,
  });
}

/** A whole CSV file in UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[], separator: ',' | ';'): Buffer {
  return Buffer.from(csvMark + csvLines(rows, separator), 'utf8');
}

/** Every cell as text: a string cell of a workbook is never run. The first row of a sheet is bold and
 *  stays in sight. */
export function writeXlsx(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const pages = sheets.map(({ name, rows, widths = [] }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: rows.map((row, index) =>
      row.map((value) => ({
        type: String,
        value,
        alignVertical: 'top' as const,
        wrap: index > 0,
        ...(index === 0 && { fontWeight: 'bold' as const }),
      })),
    ) as SheetData,
  }));
  return writeWorkbook(pages).toBuffer();
}
