import { expect, test } from 'vitest';
import { dayOf, endOfDay, startOfDay } from './filter-days.ts';

test('a day is kept from its beginning to its end, also where clocks change', () => {
  for (const day of ['2026-11-22', '2026-03-29', '2026-10-25', '2028-02-29', '2026-12-31']) {
    expect(dayOf(startOfDay(day))).toBe(day);
    expect(dayOf(endOfDay(day), -1)).toBe(day);
    const lengthMs = Date.parse(endOfDay(day) ?? '') - Date.parse(startOfDay(day) ?? '');
    expect(lengthMs / 3_600_000).toBeGreaterThanOrEqual(23);
    expect(lengthMs / 3_600_000).toBeLessThanOrEqual(25);
  }
});

test('what is no day yet narrows nothing', () => {
  for (const text of ['', '2026', '2026-1-1', '0001-01-01', 'hier'])
    expect([startOfDay(text), endOfDay(text)]).toEqual([undefined, undefined]);
  expect(dayOf(undefined)).toBe('');
});
