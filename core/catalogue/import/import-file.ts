import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import type { catalogue } from '../../../shared/contract/catalogue.ts';
import { Problem } from '../../../shared/contract/problem.ts';
import type { Language } from '../../../shared/contract/shapes.ts';
import type { FeatureTools } from '../../db/feature-tools.ts';
import type { CatalogueUses } from '../catalogue-uses.ts';
import type { CatalogueStore } from '../store.ts';
import { decodeText, detectEncoding, type TextEncoding } from '../../tables/decode-text.ts';
import { neededFields } from './header-names.ts';
import { productRows } from './product-rows.ts';
import type { RowProblem } from './read-product.ts';
import { readProducts } from './read-products.ts';
import { readTable, type Table } from '../../tables/read-table.ts';
import { mappingOf, recogniseColumns, type Columns } from './recognise-columns.ts';
import { storeProducts } from './store-products.ts';

type Contract = (typeof catalogue.importFile)['~orpc'];
export type ImportInput = z.infer<NonNullable<Contract['inputSchema']>>;
export type ImportAnswer = z.infer<NonNullable<Contract['outputSchema']>>;

/** Some 300,000 products; more is a wrong file. */
const largestBytes = 100_000_000;
const previewRows = 20;
/** With more wrong rows than this the answer leaves out what stood in them. */
const mostWithCells = 5000;

export type Importing = {
  tools: FeatureTools;
  store: CatalogueStore;
  uses: Pick<CatalogueUses, 'readShop' | 'readAsset'>;
};

/** Reads a file of products. Without `confirm` it only says what would happen; with it the good rows
 *  are written in one transaction and the others are answered with row, column and reason. */
export async function importFile(
  importing: Importing,
  input: ImportInput,
  language: Language,
): Promise<ImportAnswer> {
  const { tools, store, uses } = importing;
  const file = await readSource(uses, input);
  const encoding = input.encoding ?? detectEncoding(file.bytes);
  const table = await readTable(decodeText(file.bytes, encoding, file.name), file.name);
  const columns = recogniseColumns(table.rows, input.mapping);
  const reading = readingOf(table, columns, encoding);
  refuseMissingColumns(columns, tools, language, { ...reading, name: file.name });
  const { currency } = uses.readShop();
  const rows = productRows(table.rows, columns);
  const { products, problems, mark } = await readProducts(rows, {
    currency,
    mark: input.decimalMark,
    duplicates: input.duplicates ?? 'keep-first',
  });
  const imported = input.confirm ? storeProducts(tools, store, products, currency) : 0;
  return {
    rows: rows.length,
    valid: products.length,
    problems: problems.map((problem) => ({
      ...told(problem, columns, tools, language),
      ...(problems.length <= mostWithCells && {
        cells: table.rows[columns.headerIndex + problem.row - 1] ?? [],
      }),
    })),
    imported,
    reading: { ...reading, ...(mark && { decimalMark: mark }) },
  };
}

async function readSource(
  uses: Importing['uses'],
  input: ImportInput,
): Promise<{ bytes: Uint8Array; name: string }> {
  const asset = input.assetId === undefined ? undefined : uses.readAsset(input.assetId);
  const path = input.path ?? asset?.path;
  if (path === undefined) throw new Problem('not-found', { what: 'file' });
  const name = asset?.name ?? basename(path);
  const facts = await stat(path).catch(() => undefined);
  if (!facts?.isFile()) throw new Problem('file-missing', { name });
  if (facts.size > largestBytes)
    throw new Problem('csv-too-large', { name, most: largestBytes / 1_000_000 });
  if (facts.size === 0) throw new Problem('csv-unreadable', { name, context: 'empty' });
  return { bytes: await readFile(path), name };
}

function readingOf(table: Table, columns: Columns, encoding: TextEncoding) {
  const { headerIndex, headers } = columns;
  return {
    encoding,
    separator: table.separator,
    headers,
    mapping: mappingOf(columns),
    preview: table.rows.slice(headerIndex + 1, headerIndex + 1 + previewRows),
  };
}

/** The dialog offers the headers to choose from, so the problem carries them. */
function refuseMissingColumns(
  columns: Columns,
  tools: FeatureTools,
  language: Language,
  reading: { name: string },
): void {
  const missing = neededFields.filter((field) => !columns.places.has(field));
  if (missing.length === 0) return;
  const named = missing.map((field) => tools.say(language, `catalogue:import.field.${field}`));
  const headers = columns.headers.map((header) => header.trim()).filter(Boolean);
  throw new Problem('csv-columns-missing', {
    ...reading,
    count: missing.length,
    missing: named.join(', '),
    missingFields: missing,
    found: headers.slice(0, 12).join(', ') || '—',
  });
}

function told(
  problem: RowProblem,
  columns: Columns,
  tools: FeatureTools,
  language: Language,
): ImportAnswer['problems'][number] {
  const place = columns.places.get(problem.field);
  const column =
    place === undefined
      ? tools.say(language, `catalogue:import.field.${problem.field}`)
      : (columns.headers[place] ?? '').trim();
  return {
    row: problem.row,
    column,
    reason: tools.say(language, `catalogue:import.reason.${problem.code}`, problem.params),
    code: problem.code,
  };
}
