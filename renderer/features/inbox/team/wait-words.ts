const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How long somebody waited, in words no finer than they matter: `45 s`, `12 min`, `3 h 20 min`, `2 j 4 h`. */
export function waitWords(ms: number, locale: string): string {
  const unit = (name: string, value: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(
      value,
    );
  const pair = (large: [string, number], small: [string, number]) =>
    [unit(...large), ...(small[1] > 0 ? [unit(...small)] : [])].join(' ');
  if (ms < minuteMs) return unit('second', Math.floor(ms / 1000));
  const minutes = Math.round(ms / minuteMs);
  if (minutes < 60) return unit('minute', minutes);
  const hours = Math.round(ms / hourMs);
  if (minutes < 24 * 60) return pair(['hour', Math.floor(minutes / 60)], ['minute', minutes % 60]);
  return pair(['day', Math.floor(hours / 24)], ['hour', hours % 24]);
}

/** Where a wait ends on a line as long as the longest. */
export function waitShare(ms: number, longestMs: number): number {
  return longestMs <= 0 ? 0 : Math.min(1, ms / longestMs);
}

export const daysChoices = [7, 28, 90] as const;
