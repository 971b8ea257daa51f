import { expect, test } from 'vitest';
import { listWindows, windowsOf } from './list-windows.ts';

const paris = 'Europe/Paris';
const iso = (at: number | undefined) => new Date(at ?? 0).toISOString();

test('gives each day its name and a place for each of its posts', () => {
  const { lines, windows } = listWindows(
    [
      { date: '2026-11-24', count: 2 },
      { date: '2026-11-27', count: 1 },
    ],
    paris,
  );
  expect(lines).toEqual([
    { kind: 'day', key: '2026-11-24', date: '2026-11-24', count: 2 },
    { kind: 'post', key: '0-0', window: 0, nth: 0 },
    { kind: 'post', key: '0-1', window: 0, nth: 1 },
    { kind: 'day', key: '2026-11-27', date: '2026-11-27', count: 1 },
    { kind: 'post', key: '0-2', window: 0, nth: 2 },
  ]);
  expect(windows).toHaveLength(1);
  expect([iso(windows[0]?.fromAt), iso(windows[0]?.toAt)]).toEqual([
    '2026-11-23T23:00:00.000Z',
    '2026-11-27T23:00:00.000Z',
  ]);
});

test('asks for whole days in pieces, a crowded day in one', () => {
  const days = [40, 30, 500, 1].map((count, index) => ({ date: `2026-11-${10 + index}`, count }));
  const { lines, windows } = listWindows(days, paris);
  expect(windows).toHaveLength(4);
  expect(lines).toHaveLength(571 + 4);
  for (const [index, one] of windows.entries())
    expect(one.fromAt).toBe(windows[index - 1]?.toAt ?? one.fromAt);
});

test('asks only for what is on screen', () => {
  const days = Array.from({ length: 28 }, (_, index) => ({
    date: `2026-02-${String(index + 1).padStart(2, '0')}`,
    count: 50,
  }));
  const { lines } = listWindows(days, paris);
  expect(windowsOf(lines, 0, 12)).toEqual([0]);
  expect(windowsOf(lines, 45, 60)).toEqual([0, 1]);
  expect(windowsOf(lines, 0, 0)).toEqual([]);
  expect(listWindows([], paris)).toEqual({ lines: [], windows: [] });
});
