import { useMemo } from 'react';
import { useFormats } from '../../link/formats-context.tsx';
import { clockText } from './sound-level.ts';

/** Writes a time of the tape with the shop's decimal mark. */
export function useClock(): (timeMs: number) => string {
  const { locale } = useFormats();
  return useMemo(() => {
    const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
    const mark = parts.find((part) => part.type === 'decimal')?.value ?? '.';
    return (timeMs: number) => clockText(timeMs, mark);
  }, [locale]);
}
