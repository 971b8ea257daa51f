import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesOf, createWallClock, fortyZones } from '../../tests/support/forty-zones.ts';
import { usualSlots } from './calendar-grid.ts';
import { placeInstant, resolveWallTime, settleWallTime, type WallTime } from './zoned-time.ts';

const firstAt = Date.parse('2026-01-01T00:00:00Z');
const lastAt = Date.parse('2046-01-01T00:00:00Z');
const minuteMs = 60_000;
const weekMs = 7 * 86_400_000;
const changes = fortyZones.flatMap((zone) => changesOf(zone, firstAt, lastAt));
const clocks = new Map(fortyZones.map((zone) => [zone, createWallClock(zone)]));
const show = (zone: string, at: number) => clocks.get(zone)?.(at) ?? '';
/** The wall time that stands `ms` after 1970 on a clock that never changes. */
const wallAt = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const minutes = fc.integer({ min: firstAt / minuteMs, max: lastAt / minuteMs });
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, time: '18:30' }));

describe('over 40 zones and 20 years', () => {
  test('there are changes to look at', () => {
    expect(fortyZones).toHaveLength(40);
    expect(new Set(changes.map((change) => change.zone)).size).toBeGreaterThanOrEqual(15);
    expect(changes.length).toBeGreaterThan(500);
  });

  test('what the clocks skip at a change is told, with the times beside it', () => {
    const gaps = changes.filter((change) => change.toMs > change.fromMs);
    expect(gaps.length).toBeGreaterThan(250);
    for (const { zone, at, fromMs, toMs } of gaps) {
      const skipped = [0, (toMs - fromMs) / 2, toMs - fromMs - minuteMs];
      for (const ms of skipped) {
        const wall = wallAt(at + fromMs + ms);
        const answer = resolveWallTime(wall, zone);
        expect(answer, `${wall} ${zone}`).toMatchObject({
          kind: 'gap',
          wall,
          alternatives: [{ at: at + ms }, { at: at + ms - (toMs - fromMs) }],
        });
        for (const one of alternativesOf(answer)) expect(one.wall).toBe(show(zone, one.at));
      }
      expectPlain(wallAt(at + fromMs - minuteMs), zone, at - minuteMs);
      expectPlain(wallAt(at + toMs), zone, at);
    }
  });

  test('what the clocks show twice at a change is told, with both instants', () => {
    const overlaps = changes.filter((change) => change.toMs < change.fromMs);
    expect(overlaps.length).toBeGreaterThan(250);
    for (const { zone, at, fromMs, toMs } of overlaps) {
      const lengthMs = fromMs - toMs;
      for (const ms of [0, lengthMs / 2, lengthMs - minuteMs]) {
        const wall = wallAt(at + toMs + ms);
        const twice = { earlier: { at: at + ms - lengthMs, wall }, later: { at: at + ms, wall } };
        const first = resolveWallTime(wall, zone);
        expect(first, `${wall} ${zone}`).toMatchObject({ kind: 'overlap', ...twice });
        expect(first).toMatchObject({ chosen: twice.earlier });
        expect(resolveWallTime(wall, zone, 'later')).toMatchObject({ chosen: twice.later });
      }
      expectPlain(wallAt(at + toMs - minuteMs), zone, at - lengthMs - minuteMs);
      expectPlain(wallAt(at + fromMs), zone, at + lengthMs);
    }
  });

  test('every weekday at 18:30 stays 18:30, each day once, before and after each change', () => {
    for (const { zone, at } of changes) {
      const slots = usualSlots(weekdays, zone, at - weekMs, at + weekMs);
      expect(slots.length, zone).toBeGreaterThanOrEqual(9);
      expect(new Set(slots.map((slot) => slot.wall.slice(0, 10))).size).toBe(slots.length);
      for (const slot of slots) expect(show(zone, slot.at)).toBe(slot.wall);
      expect(new Set(slots.map((slot) => slot.wall.slice(11)))).toEqual(new Set(['18:30']));
    }
  });

  test('every weekday at 18:30 of a whole year, in any zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fortyZones), fc.integer({ min: 0, max: 19 }), (zone, year) => {
        const from = Date.UTC(2026 + year, 0, 1);
        const to = Date.UTC(2027 + year, 0, 1);
        const slots = usualSlots(weekdays, zone, from, to);
        expect(slots.length).toBeGreaterThanOrEqual(259);
        expect(slots.length).toBeLessThanOrEqual(263);
        for (const [index, { at, wall }] of slots.entries()) {
          expect(show(zone, at)).toBe(wall);
          expect(wall.slice(11)).toBe('18:30');
          if (index > 0) expect(at).toBeGreaterThan(slots[index - 1]?.at ?? 0);
        }
      }),
      { numRuns: 40, seed: 20 },
    );
  });

  test('every instant comes back from its wall time', () => {
    fc.assert(
      fc.property(minutes, fc.constantFrom(...fortyZones), (minute, zone) => {
        const at = minute * minuteMs;
        const placed = placeInstant(at, zone);
        expect(placed.wall).toBe(show(zone, at));
        const answer = resolveWallTime(placed.wall, zone);
        if (answer.kind === 'overlap') expect([answer.earlier.at, answer.later.at]).toContain(at);
        else expect(answer).toMatchObject({ kind: 'ok', at });
      }),
      { numRuns: 4000, seed: 20 },
    );
  });

  test('of two wall times that exist the later one is the later instant', () => {
    const close = fc.integer({ min: 1, max: 300 });
    const near = fc.constantFrom(...changes).chain((change) =>
      fc.record({
        zone: fc.constant(change.zone),
        startMs: fc
          .integer({ min: -180, max: 180 })
          .map((m) => change.at + change.fromMs + m * minuteMs),
        apartMinutes: close,
      }),
    );
    fc.assert(
      fc.property(near, ({ zone, startMs, apartMinutes }) => {
        const walls = [wallAt(startMs), wallAt(startMs + apartMinutes * minuteMs)];
        const [one, other] = walls.map((wall) => resolveWallTime(wall, zone));
        fc.pre(one?.kind !== 'gap' && other?.kind !== 'gap');
        const [first, second] = walls.map((wall) => settleWallTime(wall, zone)?.at ?? 0);
        expect(second).toBeGreaterThan(first ?? 0);
      }),
      { numRuns: 2000, seed: 20 },
    );
  });
});

function alternativesOf(answer: WallTime) {
  return answer.kind === 'gap' ? answer.alternatives : [];
}

function expectPlain(wall: string, zone: string, at: number): void {
  expect(resolveWallTime(wall, zone), `${wall} ${zone}`).toMatchObject({ kind: 'ok', at });
}
