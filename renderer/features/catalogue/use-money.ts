import { useFormats } from '../../link/formats-context.tsx';
import type { Money } from './product-draft.ts';

/** The shop's currency and the sign that stands before its cents. */
export function useMoney(): Money & { symbol: string } {
  const formats = useFormats();
  const parts = new Intl.NumberFormat(formats.locale, {
    style: 'currency',
    currency: formats.currency,
  }).formatToParts(1.5);
  const mark = parts.find((part) => part.type === 'decimal')?.value;
  return {
    currency: formats.currency,
    mark: mark === ',' ? ',' : '.',
    symbol: parts.find((part) => part.type === 'currency')?.value ?? formats.currency,
  };
}
