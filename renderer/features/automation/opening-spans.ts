export type OpeningSpan = { weekday: number; opens: string; closes: string };

/** Of one weekday, in order. */
export function spansOf(spans: readonly OpeningSpan[], weekday: number): OpeningSpan[] {
  return spans
    .filter((span) => span.weekday === weekday)
    .toSorted((one, other) => (one.opens < other.opens ? -1 : 1));
}

/** A further stretch of a day: usual hours first, then an afternoon. */
export function addSpan(spans: readonly OpeningSpan[], weekday: number): OpeningSpan[] {
  const last = spansOf(spans, weekday).at(-1);
  const next = !last
    ? { opens: '09:00', closes: '19:00' }
    : last.closes < '14:00'
      ? { opens: '14:00', closes: '19:00' }
      : { opens: '20:00', closes: '22:00' };
  return [...spans, { weekday, ...next }];
}

/** Gives the days after it the hours of a day, as far as Saturday; Sunday only when it comes from Saturday. */
export function copySpans(spans: readonly OpeningSpan[], from: number): OpeningSpan[] {
  const last = from === 6 ? 7 : 6;
  const own = spansOf(spans, from);
  const days = Array.from({ length: last - from }, (_, index) => from + 1 + index);
  return [
    ...spans.filter(({ weekday }) => !days.includes(weekday)),
    ...days.flatMap((weekday) => own.map((span) => ({ ...span, weekday }))),
  ];
}
