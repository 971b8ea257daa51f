import { expect, test } from 'vitest';
import { gridRows } from './grid-rows.ts';
import { scrubMarks } from './scrub-marks.ts';

const rowsOf = (...months: [string, number][]) =>
  gridRows(
    months.reduce((sum, [, count]) => sum + count, 0),
    months.map(([month, count]) => ({ month, count })),
    4,
  );

test('years stand once, where they begin', () => {
  const rows = rowsOf(['2026-02', 40], ['2026-01', 40], ['2025-12', 80]);
  expect(scrubMarks(rows).map(({ label }) => label)).toEqual(['2026', '2025']);
  expect(scrubMarks(rows)[0]?.frac).toBe(0);
});

test('months stand where one year is all there is, none on another', () => {
  const marks = scrubMarks(rowsOf(['2026-11', 400], ['2026-10', 4], ['2026-09', 4]));
  expect(marks.map(({ label }) => label)).toEqual(['11', '10']);
  expect(scrubMarks([])).toEqual([]);
});
