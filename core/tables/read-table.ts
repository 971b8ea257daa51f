import { parse } from 'csv-parse';
import { Problem } from '../../shared/contract/problem.ts';

export type Separator = ',' | ';' | '\t';
export type Table = { separator: Separator; rows: string[][] };

/** A cell longer than this is no product description but a missing quote. */
const longestRecord = 1_000_000;
const sliceLength = 1 << 17;

const separators = [';', '\t', ','] as const;

/** Which of the three separators cuts the first line that any of them cuts, most often the header, into
 *  the most columns, and the others evenly. Quoted cells are skipped, so that commas in a description do
 *  not vote; nor does a title above the header. */
export function detectSeparator(text: string): Separator {
  const lines = text
    .slice(0, 65_536)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const header = lines.findIndex((line) => separators.some((one) => line.includes(one)));
  const score = (separator: Separator): number => {
    const counts = lines.slice(header).map((line) => line.split(separator).length - 1);
    const first = counts[0] ?? 0;
    return first * 10 + counts.filter((count) => count === first && count > 0).length;
  };
  return separators.reduce(
    (best, next) => (score(next) > score(best) ? next : best),
    ',' as Separator,
  );
}

/** Reads every row, blank ones too, so that row numbers are those a spreadsheet shows. Long files are
 *  parsed in slices that leave room for other work in between. */
export async function readTable(text: string, name: string): Promise<Table> {
  const separator = detectSeparator(text);
  const rows: string[][] = [];
  const parser = parse({
    delimiter: separator,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: longestRecord,
  });
  const done = new Promise<void>((resolve, reject) => {
    parser.on('data', (row: string[]) => rows.push(row));
    parser.on('end', resolve);
    parser.on('error', reject);
  });
  feed(parser, text);
  try {
    await done;
  } catch (cause) {
    throw new Problem('csv-unreadable', { name, context: 'quotes' }, { cause });
  }
  return { separator, rows };
}

function feed(parser: ReturnType<typeof parse>, text: string): void {
  let from = 0;
  const next = (): void => {
    if (parser.destroyed) return;
    if (from >= text.length) {
      parser.end();
      return;
    }
    const slice = text.slice(from, from + sliceLength);
    from += sliceLength;
    parser.write(slice, () => setImmediate(next));
  };
  next();
}
