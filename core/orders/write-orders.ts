import type { Language } from '../../shared/contract/shapes.ts';
import { decimalText } from '../../shared/rules/money.ts';
import { placeInstant } from '../../shared/rules/zoned-time.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { writeCsv } from '../tables/write-table.ts';
import type { OrderRow } from './order-store.ts';

const columns = [
  'date',
  'state',
  'person',
  'title',
  'sku',
  'quantity',
  'price',
  'total',
  'currency',
  'note',
] as const;

/** Orders as a table for a spreadsheet, times by the clocks of the shop. */
export function writeOrders(
  { say, clock }: Pick<FeatureTools, 'say' | 'clock'>,
  rows: readonly OrderRow[],
  { zone, language }: { zone: string; language: Language },
) {
  const header = columns.map((name) => say(language, `automation:orders.columns.${name}`));
  const table = rows.map((row) => {
    const { wall, offset } = placeInstant(row.createdAt, zone);
    const money = (minor: number | null) => plainMoney(minor, row.currency, language);
    const cells: Record<(typeof columns)[number], string> = {
      date: `${wall.slice(0, 16)}${offset}`,
      state: say(language, `automation:orders.states.${row.state}`),
      person: row.personName,
      title: row.title,
      sku: row.sku,
      quantity: String(row.quantity),
      price: money(row.priceMinor),
      total: money(row.priceMinor === null ? null : row.priceMinor * row.quantity),
      currency: row.currency ?? '',
      note: row.note,
    };
    return columns.map((name) => cells[name]);
  });
  const day = placeInstant(clock.now(), zone).wall.slice(0, 10);
  const bytes = writeCsv([header, ...table], language === 'fr' ? ';' : ',');
  return {
    name: `${say(language, 'automation:orders.file')}-${day}.csv`,
    mime: 'text/csv',
    base64: bytes.toString('base64'),
    orders: rows.length,
  };
}

/** As a spreadsheet of that language reads a number: `12,90`. */
function plainMoney(minor: number | null, currency: string | null, language: Language): string {
  if (minor === null || currency === null) return '';
  const text = decimalText(minor, currency);
  return language === 'fr' ? text.replace('.', ',') : text;
}
