import { expect, test } from 'vitest';
import { dayOf, lastDays, waitFigures } from './answer-times.ts';

const paris = 'Europe/Paris';
const hours = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 3_600_000;

test('days begin at the midnights of the shop, also where a day has 23 or 25 hours', () => {
  const march = lastDays(Date.parse('2026-03-30T08:00:00Z'), 3, paris);
  expect(march.map(({ date }) => date)).toEqual(['2026-03-28', '2026-03-29', '2026-03-30']);
  const [, spring, after] = march.map(({ fromAt }) => new Date(fromAt).toISOString());
  expect(hours(spring ?? '', after ?? '')).toBe(23);
  const [autumn, next] = lastDays(Date.parse('2026-10-26T08:00:00Z'), 2, paris);
  expect(((next?.fromAt ?? 0) - (autumn?.fromAt ?? 0)) / 3_600_000).toBe(25);
  // Where midnight itself is left out, the day begins when its clocks do.
  const [cairo] = lastDays(Date.parse('2026-04-24T10:00:00Z'), 1, 'Africa/Cairo');
  expect(new Date(cairo?.fromAt ?? 0).toISOString()).toBe('2026-04-23T22:00:00.000Z');
});

test('an instant lies in the day whose midnight came last', () => {
  const days = lastDays(Date.parse('2026-11-24T08:12:00Z'), 3, paris);
  const dateOf = (at: string) => dayOf(days, Date.parse(at))?.date;
  expect(dateOf('2026-11-23T22:59:59.999Z')).toBe('2026-11-23');
  expect(dateOf('2026-11-23T23:00:00Z')).toBe('2026-11-24');
  expect(dateOf('2026-11-21T22:00:00Z')).toBeUndefined();
  expect(dayOf([], 1)).toBeUndefined();
});

test('says how long half and nine of ten waited at most, whatever the order', () => {
  const waits = [60, 10, 30, 20, 50, 40, 70, 100, 90, 80];
  const answers = waits.map((wait) => ({ askedAt: 1000, answeredAt: 1000 + wait }));
  expect(waitFigures(answers)).toEqual({ count: 10, medianMs: 55, p90Ms: 91 });
  expect(waitFigures([])).toEqual({ count: 0 });
  // Clocks of two networks may disagree by a moment: nobody waited less than nothing.
  expect(waitFigures([{ askedAt: 5, answeredAt: 3 }])).toEqual({
    count: 1,
    medianMs: 0,
    p90Ms: 0,
  });
});
