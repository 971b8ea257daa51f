import { expect, test } from 'vitest';
import { gridRows, rowOfPlace, stepPlace } from './grid-rows.ts';

const months = [
  { month: '2026-11', count: 4 },
  { month: '2026-10', count: 2 },
];
const rows = gridRows(6, months, 3);

test('each month begins a row under its head', () => {
  expect(rows).toEqual([
    { kind: 'month', month: '2026-11', count: 4 },
    { kind: 'tiles', from: 0, count: 3 },
    { kind: 'tiles', from: 3, count: 1 },
    { kind: 'month', month: '2026-10', count: 2 },
    { kind: 'tiles', from: 4, count: 2 },
  ]);
  expect(gridRows(4, [], 3).map((row) => row.kind === 'tiles' && row.count)).toEqual([3, 1]);
  expect(gridRows(0, [], 3)).toEqual([]);
});

test('a place is found in the row of its tiles, never in a head', () => {
  const found = [0, 2, 3, 4, 5].map((place) => rowOfPlace(rows, place));
  expect(found).toEqual([1, 1, 2, 4, 4]);
  expect(rowOfPlace(rows, 6)).toBe(-1);
});

test('keys lead over the heads and stay in the list', () => {
  const step = (place: number, key: string) => stepPlace(rows, place, key, 2);
  expect(step(1, 'ArrowDown')).toBe(3);
  expect(step(3, 'ArrowDown')).toBe(4);
  expect(step(5, 'ArrowUp')).toBe(3);
  expect(step(5, 'ArrowDown')).toBe(5);
  expect(step(0, 'ArrowLeft')).toBe(0);
  expect(step(5, 'ArrowRight')).toBe(5);
  expect([step(2, 'Home'), step(2, 'End')]).toEqual([0, 5]);
  expect(step(0, 'PageDown')).toBe(4);
  expect(step(0, 'x')).toBeUndefined();
  expect(stepPlace([], 0, 'End', 2)).toBeUndefined();
});

test('fifty thousand are laid out and found at once', () => {
  const many = gridRows(50_000, [], 7);
  expect(many).toHaveLength(7143);
  for (const place of [0, 24_999, 49_999]) {
    const row = many[rowOfPlace(many, place)];
    expect(row?.kind === 'tiles' && place - row.from < row.count).toBe(true);
  }
});
