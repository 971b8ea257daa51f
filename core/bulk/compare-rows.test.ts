import { expect, test } from 'vitest';
import { compareRows } from './compare-rows.ts';
import type { RowReading } from './row-reading.ts';

const startAt = Date.parse('2026-11-26T08:00:00Z');
const minuteMs = 60_000;

function reading(row: number, minutes: number, accountId = 'ig'): RowReading {
  const content = { accountIds: [accountId], caption: `Texte ${row}`, media: [] };
  const at = startAt + minutes * minuteMs;
  const time = { at, wall: '', zone: 'Europe/Paris' };
  return { row, content, time, issues: [], unmatched: [], usedFiles: [] };
}
const wholeOf = (planned: { postId: string; at: number; accountIds: string[] }[] = []) => ({
  printOf: ({ content }: RowReading) => content.caption,
  alike: () => [],
  planned,
  dayLimitOf: (accountId: string) => ({ ig: 50, new: 2 })[accountId],
});

test('more than fifty in 24 hours on one Instagram account are errors, the later ones only', () => {
  const rows = Array.from({ length: 53 }, (_, index) => reading(index + 2, index * 10));
  expect([...compareRows(rows, wholeOf())].map(([row, issues]) => [row, issues[0]?.code])).toEqual([
    [52, 'day-limit'],
    [53, 'day-limit'],
    [54, 'day-limit'],
  ]);
  const nextDay = reading(60, 24 * 60);
  expect(compareRows([...rows, nextDay], wholeOf()).has(60)).toBe(false);
});

test('each account has the limit that its network named', () => {
  const rows = [0, 1, 2].map((index) => reading(index + 2, index, 'new'));
  expect([...compareRows(rows, wholeOf())]).toEqual([
    [4, [{ level: 'error', field: 'time', code: 'day-limit', params: { most: 2 } }]],
  ]);
});

test('what is planned counts too; Facebook has no such limit', () => {
  const planned = Array.from({ length: 50 }, (_, index) => ({
    postId: `p${index}`,
    at: startAt + index * minuteMs,
    accountIds: ['ig'],
  }));
  expect(compareRows([reading(2, 60)], wholeOf(planned)).get(2)).toMatchObject([
    { code: 'day-limit', level: 'error' },
  ]);
  const many = Array.from({ length: 60 }, (_, index) => reading(index + 2, index, 'fb'));
  expect(compareRows(many, wholeOf()).size).toBe(0);
});

test('two at one minute, on one account only', () => {
  const issues = compareRows([reading(2, 0), reading(3, 0), reading(4, 0, 'fb')], wholeOf());
  expect([...issues]).toMatchObject([[3, [{ code: 'time-twice', params: { row: 2 } }]]]);
});
