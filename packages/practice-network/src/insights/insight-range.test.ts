import { expect, test } from 'vitest';
import { dayEnds, pacificDayStart, readRange } from './insight-range.ts';

const at = (text: string): number => Date.parse(text);
const told = (ms: number): string => new Date(ms).toISOString();
const usual = { usualDays: 2, maxDays: 30 };

test.each([
  ['2026-11-20T07:59:59Z', '2026-11-19T08:00:00.000Z'],
  ['2026-11-20T08:00:00Z', '2026-11-20T08:00:00.000Z'],
  ['2026-07-20T06:59:59Z', '2026-07-19T07:00:00.000Z'],
  ['2026-07-20T07:00:00Z', '2026-07-20T07:00:00.000Z'],
])('the Californian day of %s began at %s', (instant, start) => {
  expect(told(pacificDayStart(at(instant)))).toBe(start);
});

test('days keep their midnight when the clocks change', () => {
  const range = { sinceMs: at('2026-10-31T07:00:00Z'), untilMs: at('2026-11-03T08:00:00Z') };
  expect(dayEnds(range, at('2026-12-01T00:00:00Z')).map(told)).toEqual([
    '2026-11-01T07:00:00.000Z',
    '2026-11-02T08:00:00.000Z',
    '2026-11-03T08:00:00.000Z',
  ]);
});

test('a day that is not over has no number yet', () => {
  const range = { sinceMs: at('2026-11-18T08:00:00Z'), untilMs: at('2026-11-30T08:00:00Z') };
  expect(dayEnds(range, at('2026-11-20T12:00:00Z')).map(told)).toEqual([
    '2026-11-19T08:00:00.000Z',
    '2026-11-20T08:00:00.000Z',
  ]);
});

test.each([
  ['seconds', { since: '1795075200', until: '1795161600' }, '2026-11-19T08:00:00.000Z'],
  ['a date', { since: '2026-11-19', until: '2026-11-21' }, '2026-11-19T08:00:00.000Z'],
  ['a word', { since: 'yesterday' }, '2026-11-19T08:00:00.000Z'],
  ['a preset', { date_preset: 'yesterday' }, '2026-11-19T08:00:00.000Z'],
  ['a preset of days', { date_preset: 'last_3d' }, '2026-11-17T08:00:00.000Z'],
  ['nothing', {}, '2026-11-18T12:00:00.000Z'],
])('%s is understood', (_name, modifiers, since) => {
  const { sinceMs } = readRange(modifiers, at('2026-11-20T12:00:00Z'), usual);
  expect(told(sinceMs)).toBe(since);
});

test.each([
  [{ since: 'soon' }, 'since param is not valid'],
  [{ since: '2026-11-20', until: '2026-11-10' }, 'after until'],
  [{ since: '2026-01-01', until: '2026-02-15' }, 'more than 30 days'],
  [{ date_preset: 'last_13d' }, 'Unsupported date_preset'],
])('%j is refused', (modifiers, words) => {
  expect(() => readRange(modifiers, at('2026-11-20T12:00:00Z'), usual)).toThrow(words);
});
