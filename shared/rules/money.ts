/** How many digits follow the decimal mark in `currency` (ISO 4217): 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
      .maximumFractionDigits ?? 2
  );
}

/** Formats integer minor units for people: 1290, EUR, `fr-FR` gives `12,90 €`. Exact: no float is
 *  rounded on the way, the digits are handed over as text. */
export function formatMoney(minorUnits: number, currency: string, locale: string): string {
  return createMoneyWriter()(minorUnits, currency, locale);
}

export type MoneyWriter = typeof formatMoney;

/** `formatMoney` for many amounts: what it takes to write a currency in a language costs more than all
 *  the writing, and is made once. */
export function createMoneyWriter(): MoneyWriter {
  const known = new Map<string, { format: Intl.NumberFormat; digits: number }>();
  return (minorUnits, currency, locale) => {
    const key = `${locale} ${currency}`;
    const found = known.get(key) ?? moneyFormat(currency, locale);
    known.set(key, found);
    return found.format.format(digitsText(minorUnits, found.digits) as Intl.StringNumericLiteral);
  };
}

function moneyFormat(currency: string, locale: string) {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return { format, digits: format.resolvedOptions().maximumFractionDigits ?? 2 };
}

/** 1290, EUR gives `12.90`; what the networks and CSV files take. */
export function decimalText(minorUnits: number, currency: string): string {
  return digitsText(minorUnits, minorDigits(currency));
}

function digitsText(minorUnits: number, digits: number): string {
  const sign = minorUnits < 0 ? '-' : '';
  const text = String(Math.abs(minorUnits)).padStart(digits + 1, '0');
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
