import { expect, it } from 'vitest';
import { keepBefore } from './keep-before.ts';

const before = (now: string, months: 6 | 12 | 24 | 36) =>
  new Date(keepBefore(Date.parse(now), months)).toISOString();

it('goes back by months of the calendar, never past the end of a shorter one', () => {
  expect(before('2026-11-24T08:12:00Z', 12)).toBe('2025-11-24T08:12:00.000Z');
  expect(before('2026-08-31T10:00:00Z', 6)).toBe('2026-02-28T10:00:00.000Z');
  expect(before('2028-08-31T10:00:00Z', 6)).toBe('2028-02-29T10:00:00.000Z');
  expect(before('2028-02-29T23:59:59Z', 36)).toBe('2025-02-28T23:59:59.000Z');
  expect(before('2026-03-01T00:00:00Z', 6)).toBe('2025-09-01T00:00:00.000Z');
});
