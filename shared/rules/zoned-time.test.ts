import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fortyZones as zones } from '../../tests/support/forty-zones.ts';
import {
  instantToWall,
  isKnownZone,
  placeInstant,
  resolveWallTime,
  settleWallTime,
} from './zoned-time.ts';

const instants = fc.integer({
  min: Date.parse('2024-01-01T00:00:00Z') / 60_000,
  max: Date.parse('2034-12-31T00:00:00Z') / 60_000,
});

describe('resolveWallTime', () => {
  test('finds the instant of an ordinary time', () => {
    expect(resolveWallTime('2026-11-26T18:30', 'Europe/Paris')).toEqual({
      kind: 'ok',
      wall: '2026-11-26T18:30',
      at: Date.parse('2026-11-26T17:30:00Z'),
      offset: '+01:00',
    });
  });

  test('F28 a time that the clocks skip has two neighbours', () => {
    expect(resolveWallTime('2027-03-28T02:30', 'Europe/Paris')).toEqual({
      kind: 'gap',
      wall: '2027-03-28T02:30',
      alternatives: [
        { wall: '2027-03-28T03:30', at: Date.parse('2027-03-28T01:30:00Z'), offset: '+02:00' },
        { wall: '2027-03-28T01:30', at: Date.parse('2027-03-28T00:30:00Z'), offset: '+01:00' },
      ],
    });
  });

  test('F29 a time that happens twice is the first, or the second when asked', () => {
    const wall = '2026-10-25T02:30';
    const first = Date.parse('2026-10-25T00:30:00Z');
    const second = Date.parse('2026-10-25T01:30:00Z');
    expect(resolveWallTime(wall, 'Europe/Paris')).toMatchObject({
      kind: 'overlap',
      chosen: { at: first, offset: '+02:00', wall },
      earlier: { at: first },
      later: { at: second, offset: '+01:00', wall },
    });
    expect(resolveWallTime(wall, 'Europe/Paris', 'later')).toMatchObject({
      chosen: { at: second },
    });
  });

  test('F30 half an hour is skipped on Lord Howe, a whole day in Samoa', () => {
    expect(resolveWallTime('2026-10-04T02:15', 'Australia/Lord_Howe')).toMatchObject({
      kind: 'gap',
      alternatives: [{ wall: '2026-10-04T02:45' }, { wall: '2026-10-04T01:45' }],
    });
    expect(resolveWallTime('2011-12-30T10:00', 'Pacific/Apia')).toMatchObject({
      kind: 'gap',
      alternatives: [{ wall: '2011-12-31T10:00' }, { wall: '2011-12-29T10:00' }],
    });
  });

  test.each([
    ['2026-11-26', 'Europe/Paris'],
    ['18:30', 'Europe/Paris'],
    ['2026-02-29T10:00', 'Europe/Paris'],
    ['2026-11-26T24:30', 'Europe/Paris'],
    ['2026-11-26T18:30Z', 'Europe/Paris'],
    ['2026-11-26T18:30+01:00', 'Europe/Paris'],
    ['demain', 'Europe/Paris'],
    ['2026-11-26T18:30', 'Mars/Olympus'],
    ['2026-11-26T18:30', ''],
  ])('cannot read %s in %s', (wall, zone) => {
    expect(resolveWallTime(wall, zone)).toEqual({ kind: 'unreadable' });
  });

  test('every instant of every zone comes back from its wall time', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (minutes, zone) => {
        const at = minutes * 60_000;
        const answer = resolveWallTime(instantToWall(at, zone), zone);
        if (answer.kind === 'overlap') expect([answer.earlier.at, answer.later.at]).toContain(at);
        else expect(answer).toMatchObject({ kind: 'ok', at });
      }),
    );
  });

  test('around both changes of every zone: gaps and overlaps are told, neighbours are real', () => {
    let gaps = 0;
    let overlaps = 0;
    for (const zone of zones) {
      for (const change of changesOf(zone)) {
        for (let minutes = -90; minutes <= 90; minutes += 15) {
          const wall = instantToWall(change + minutes * 60_000, 'UTC');
          const shifted = shift(wall, zone, change);
          const answer = resolveWallTime(shifted, zone);
          if (answer.kind === 'gap') {
            gaps += 1;
            for (const one of answer.alternatives) {
              expect(instantToWall(one.at, zone)).toBe(one.wall);
              expect(one.wall).not.toBe(shifted);
            }
            expect(answer.alternatives[0].at).toBeGreaterThan(answer.alternatives[1].at);
          } else if (answer.kind === 'overlap') {
            overlaps += 1;
            expect(instantToWall(answer.earlier.at, zone)).toBe(shifted);
            expect(instantToWall(answer.later.at, zone)).toBe(shifted);
            expect(answer.later.at).toBeGreaterThan(answer.earlier.at);
          } else {
            expect(answer).toMatchObject({ kind: 'ok', wall: shifted });
          }
        }
      }
    }
    expect(gaps).toBeGreaterThan(20);
    expect(overlaps).toBeGreaterThan(20);
  });
});

test('settles what nobody can be asked about', () => {
  expect(settleWallTime('2027-03-28T02:30', 'Europe/Paris')?.wall).toBe('2027-03-28T03:30');
  expect(settleWallTime('2026-10-25T02:30', 'Europe/Paris')?.offset).toBe('+02:00');
  expect(settleWallTime('x', 'Europe/Paris')).toBeUndefined();
});

test('knows zones by name', () => {
  expect(isKnownZone('Europe/Paris')).toBe(true);
  expect(isKnownZone('Europe/Atlantis')).toBe(false);
});

test('shows seconds only where there are some', () => {
  expect(placeInstant(Date.parse('2026-11-26T17:30:00Z'), 'Asia/Kathmandu').wall).toBe(
    '2026-11-26T23:15',
  );
  expect(instantToWall(Date.parse('2026-11-26T17:30:05Z'), 'UTC')).toBe('2026-11-26T17:30:05');
});

/** Instants of 2026 at which the zone's distance to UTC changes, found by looking at each hour. */
function changesOf(zone: string): number[] {
  const found: number[] = [];
  const start = Date.parse('2026-01-01T00:00:00Z');
  let offset = placeInstant(start, zone).offset;
  for (let day = 1; day <= 365; day += 1) {
    const at = start + day * 86_400_000;
    const next = placeInstant(at, zone).offset;
    if (next !== offset) found.push(firstWith(zone, next, at - 86_400_000, at));
    offset = next;
  }
  return found;
}

function firstWith(zone: string, offset: string, from: number, to: number): number {
  for (let at = from; at <= to; at += 900_000)
    if (placeInstant(at, zone).offset === offset) return at;
  return to;
}

/** The UTC wall time as the zone's clocks would have shown it just before the change. */
function shift(utcWall: string, zone: string, change: number): string {
  const before = placeInstant(change - 60_000, zone).offset;
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(before) ?? [];
  const distance = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return instantToWall(Date.parse(`${utcWall}:00Z`) + distance * 60_000, 'UTC');
}
