import { decimalText, minorDigits } from './money.ts';

export type DecimalMark = ',' | '.';

export type PriceRefusal =
  | 'price-missing'
  | 'price-letter'
  | 'price-negative'
  | 'price-unreadable'
  | 'price-ambiguous'
  | 'price-too-precise'
  | 'price-too-large'
  | 'price-currency';

export type ParsedPrice =
  { ok: true; minorUnits: number } | { ok: false; code: PriceRefusal; currency?: string };

/** As much as the contract's money takes. */
const largestMinorUnits = 1_000_000_000_000;

const symbols: Record<string, string> = { '€': 'EUR', '£': 'GBP', 'fr.': 'CHF', fr: 'CHF' };

export type PriceReader = (text: string, mark?: DecimalMark) => ParsedPrice;

/** Reads prices as people and shops write them (`12,90 €`, `1.299,00`, `CHF 5`, `1’299.–`) into minor
 *  units of `currency`. `mark` settles what `1.299` alone cannot say; without it that is refused as
 *  ambiguous rather than guessed. */
export function priceReader(currency: string): PriceReader {
  const digits = minorDigits(currency);
  return (text, mark) => {
    const clean = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
    if (clean === '') return { ok: false, code: 'price-missing' };
    const { number, named } = splitCurrency(clean, currency);
    if (named !== undefined && named !== currency)
      return { ok: false, code: 'price-currency', currency: named };
    if (/^[-−(]/.test(number) && /\d/.test(number)) return { ok: false, code: 'price-negative' };
    const read = readNumber(number, digits, mark);
    if (read.ok || read.code !== 'price-unreadable') return read;
    const isLetterSlip = readNumber(number.replace(/[oO]/g, '0').replace(/[lI]/g, '1'), 2, '.').ok;
    return isLetterSlip && /\d/.test(number) ? { ok: false, code: 'price-letter' } : read;
  };
}

/** One price; for many, keep a `priceReader`. */
export function parsePrice(text: string, currency: string, mark?: DecimalMark): ParsedPrice {
  return priceReader(currency)(text, mark);
}

/** Which decimal mark a column of prices was written with; undefined without evidence or with both. */
export function detectDecimalMark(texts: Iterable<string>): DecimalMark | undefined {
  let found: DecimalMark | undefined;
  for (const text of texts) {
    const marks = text.replace(/[^\d.,]/g, '');
    const both = /([.,])\d*$/.exec(marks);
    const first = marks.search(/[.,]/);
    const last = both?.index ?? -1;
    const isClear =
      both && (marks[first] !== marks[last] || (first === last && !/[.,]\d{3}$/.test(marks)));
    if (!isClear) continue;
    const mark = both[1] as DecimalMark;
    if (found && found !== mark) return undefined;
    found = mark;
  }
  return found;
}

/** What a price field shows for editing: `24,90` in French, `24.90` in English. */
export function priceFieldText(minorUnits: number, currency: string, mark: DecimalMark): string {
  return decimalText(minorUnits, currency).replace('.', mark);
}

function splitCurrency(text: string, expected: string): { number: string; named?: string } {
  const match = /^([^\d\s.,()'’−-]*\.?)?\s*(.*?)\s*([^\d\s.,()'’−-]*\.?)$/u.exec(
    text.replace(/\s*\bTTC\b\.?$/i, ''),
  );
  const before = match?.[1] ?? '';
  const after = match?.[3] ?? '';
  const middle = match?.[2] ?? '';
  // "5.-" and "5,–" are whole francs
  const number = (at: string) => at.replace(/[.,]\s*[-–—−]{1,2}$/, '').trim();
  const named = [before, after].filter((word) => word !== '' && word !== '.').map(nameOf);
  if (named.length === 0 && !after) return { number: number(text) };
  const known = named.length === 1 ? named[0] : undefined;
  if (known === undefined) return { number: number(text) };
  if (known === '$')
    return { number: number(middle), named: expected.endsWith('D') ? expected : '$' };
  return { number: number(middle), named: known };
}

/** ISO code of a currency word; undefined when it is none. */
function nameOf(word: string): string | undefined {
  const small = word.toLowerCase();
  if (small === '$') return '$';
  if (symbols[small]) return symbols[small];
  return /^[a-z]{3}$/.test(small) && small !== 'nan' && small !== 'inf'
    ? small.toUpperCase()
    : undefined;
}

function readNumber(text: string, digits: number, mark?: DecimalMark): ParsedPrice {
  const unreadable = { ok: false, code: 'price-unreadable' } as const;
  const plain = text.replace(/^\+/, '');
  if (!/^[\d.,'’ ]+$/.test(plain) || !/\d/.test(plain)) return unreadable;
  const parts = splitDecimals(plain, digits, mark);
  if (parts === 'ambiguous') return { ok: false, code: 'price-ambiguous' };
  if (!parts || !isGrouped(parts.whole)) return unreadable;
  const decimals = parts.decimals.replace(/0+$/, '');
  if (decimals.length > digits) return { ok: false, code: 'price-too-precise' };
  const minorUnits = Number(parts.whole.replace(/\D/g, '') + decimals.padEnd(digits, '0'));
  if (minorUnits > largestMinorUnits) return { ok: false, code: 'price-too-large' };
  return { ok: true, minorUnits };
}

function splitDecimals(
  text: string,
  digits: number,
  mark?: DecimalMark,
): { whole: string; decimals: string } | 'ambiguous' | undefined {
  const match = /^(.*?)([.,])(\d*)$/.exec(text);
  if (!match) return { whole: text, decimals: '' };
  const [, whole = '', last = '', decimals = ''] = match;
  if (whole.includes(last)) return { whole: text, decimals: '' };
  const isLone = !/[.,'’ ]/.test(whole);
  if (isLone && decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole) && digits < 3) {
    if (!mark) return 'ambiguous';
    return mark === last ? { whole, decimals } : { whole: whole + decimals, decimals: '' };
  }
  return { whole: whole === '' ? '0' : whole, decimals };
}

/** `1299`, `1.299`, `1 299`, `12’345.678` with one kind of mark between groups of three. */
function isGrouped(whole: string): boolean {
  if (/^\d+$/.test(whole)) return true;
  const mark = /\D/.exec(whole)?.[0];
  if (!mark) return false;
  const groups = whole.split(mark);
  return groups.every((group, index) =>
    index === 0 ? /^\d{1,3}$/.test(group) : /^\d{3}$/.test(group),
  );
}
