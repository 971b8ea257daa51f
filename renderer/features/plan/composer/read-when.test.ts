import { expect, test } from 'vitest';
import { beginWall, nextGoodHour, readInstant, readWhen } from './read-when.ts';

const paris = 'Europe/Paris';
const now = Date.parse('2026-11-24T08:12:00.000Z');

test('reads a wall time in the zone of the shop', () => {
  expect(readWhen('2026-11-26T18:30', paris, now)).toEqual({
    kind: 'ok',
    at: Date.parse('2026-11-26T17:30:00.000Z'),
  });
});

test('F24 offers two times around an hour that the clocks skip', () => {
  const when = readWhen('2027-03-28T02:30', paris, now);
  expect(when).toMatchObject({ kind: 'skipped' });
  if (when.kind === 'skipped')
    expect(when.alternatives.map((one) => one.wall).sort()).toEqual([
      '2027-03-28T01:30',
      '2027-03-28T03:30',
    ]);
});

test('takes the first of an hour shown twice unless the second is asked for', () => {
  const first = readWhen('2027-10-31T02:30', paris, now);
  const second = readWhen('2027-10-31T02:30', paris, now, 'later');
  expect(first).toMatchObject({ kind: 'twice', at: Date.parse('2027-10-31T00:30:00.000Z') });
  expect(second).toMatchObject({ kind: 'twice', at: Date.parse('2027-10-31T01:30:00.000Z') });
});

test('says when a time is past or no time at all', () => {
  expect(readWhen('2026-11-24T09:00', paris, now).kind).toBe('past');
  expect(readWhen(undefined, paris, now).kind).toBe('none');
  expect(readWhen('soon', paris, now).kind).toBe('none');
});

test('a new post begins with a time only when the address names one', () => {
  expect(beginWall('2026-11-26T18:30')).toBe('2026-11-26T18:30');
  expect(beginWall('1')).toBeUndefined();
});

test('offers a full hour with room to write', () => {
  expect(nextGoodHour(now, paris)).toBe('2026-11-24T10:00');
  expect(nextGoodHour(now + 40 * 60_000, paris)).toBe('2026-11-24T11:00');
});

test('gives the instant that a wall time stands for, and none where there is none', () => {
  expect(readInstant('2026-11-26T18:30', 'Europe/Paris')).toBe('2026-11-26T17:30:00.000Z');
  expect(readInstant('2027-03-28T02:30', 'Europe/Paris')).toBeUndefined();
  expect(readInstant(undefined, 'Europe/Paris')).toBeUndefined();
});
