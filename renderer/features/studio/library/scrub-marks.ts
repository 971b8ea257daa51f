import type { GridRow } from './grid-rows.ts';

/** Years stand where they begin; where one year is all there is, its months. */
export function scrubMarks(rows: readonly GridRow[]): { frac: number; label: string }[] {
  const months = rows.flatMap((row, index) =>
    row.kind === 'month' ? [{ frac: index / rows.length, month: row.month }] : [],
  );
  const years = new Set(months.map(({ month }) => month.slice(0, 4)));
  const labelled = months.map(({ frac, month }) => ({
    frac,
    label: years.size > 1 ? month.slice(0, 4) : month.slice(5),
  }));
  const marks: { frac: number; label: string }[] = [];
  for (const mark of labelled) {
    const before = marks.at(-1);
    const isRoom = !before || mark.frac - before.frac >= leastApartFrac;
    if (isRoom && !marks.some(({ label }) => label === mark.label)) marks.push(mark);
  }
  return marks;
}

/** Closer together they would cover one another. */
const leastApartFrac = 0.045;
