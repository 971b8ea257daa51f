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
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(decimalText(minorUnits, currency) as Intl.StringNumericLiteral);
}

/** 1290, EUR gives `12.90`; what the networks and CSV files take. */
export function decimalText(minorUnits: number, currency: string): string {
  const digits = minorDigits(currency);
  const sign = minorUnits < 0 ? '-' : '';
  const text = String(Math.abs(minorUnits)).padStart(digits + 1, '0');
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
