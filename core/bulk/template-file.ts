import { bulkField } from '../../shared/contract/bulk.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { writeCsv, writeXlsx } from '../tables/write-table.ts';
import type { BulkUses } from './bulk-uses.ts';
import { ownHeaders } from './column-names.ts';
import { columnWidths, mimes, type WrittenFile } from './written-file.ts';

const dayMs = 86_400_000;

/** An empty table to fill in: headers, two examples and, in a workbook, a page that explains each column.
 *  The examples lie a year ahead and name the shop's own accounts. */
export async function templateFile(
  { say, clock }: FeatureTools,
  uses: BulkUses,
  format: 'csv' | 'xlsx',
  language: Language,
): Promise<WrittenFile> {
  const headers = ownHeaders[language];
  const account = uses.accounts()[0]?.name ?? say(language, 'bulk:example.accounts');
  const example = (number: 1 | 2): string[] =>
    bulkField.options.map((field) => {
      if (field === 'date') return exampleDay(clock.now(), number);
      if (field === 'accounts') return account;
      const key = `bulk:example.${field}${number}`;
      const text = say(language, key);
      // A column without an example of its own stays empty.
      return text === key.slice(5) ? '' : text;
    });
  const rows = [bulkField.options.map((field) => headers[field]), example(1), example(2)];
  const name = `${say(language, 'bulk:file.template')}.${format}`;
  if (format === 'csv')
    return {
      name,
      mime: mimes.csv,
      base64: writeCsv(rows, language === 'fr' ? ';' : ',').toString('base64'),
    };
  const help = bulkField.options.map((field) => [
    headers[field],
    say(language, `bulk:help.${field}`),
  ]);
  const bytes = await writeXlsx([
    { name: say(language, 'bulk:file.sheet'), rows, widths: columnWidths },
    {
      name: say(language, 'bulk:file.help'),
      rows: [[say(language, 'bulk:help.column'), say(language, 'bulk:help.what')], ...help],
      widths: [28, 100],
    },
  ]);
  return { name, mime: mimes.xlsx, base64: bytes.toString('base64') };
}

function exampleDay(now: number, number: 1 | 2): string {
  return new Date(now + (365 + number) * dayMs).toISOString().slice(0, 10);
}
