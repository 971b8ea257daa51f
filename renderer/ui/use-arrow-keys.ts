import type { KeyboardEvent } from 'react';

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The index that a key of a radio group or tab list leads to, or nothing for another key. */
export function nextIndex(key: string, index: number, count: number): number | undefined {
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  return step === undefined ? undefined : (index + step + count) % count;
}

/** Arrow keys, Home and End move through `values`; the chosen button gets the focus. */
export function arrowKeyHandler<T>(values: readonly T[], value: T, onChange: (value: T) => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const index = nextIndex(event.key, values.indexOf(value), values.length);
    const next = index === undefined ? undefined : values[index];
    if (index === undefined || next === undefined) return;
    event.preventDefault();
    onChange(next);
    event.currentTarget.parentElement?.querySelectorAll('button')[index]?.focus();
  };
}
