import type { ItemPrice } from './catalogue-types.ts';

/** `12.90 EUR`: dot, no thousands separator, as many decimals as the currency has. */
export function priceText({ minorUnits, currency }: ItemPrice): string {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const text = String(minorUnits).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${whole}${digits > 0 ? `.${text.slice(-digits)}` : ''} ${currency}`;
}
