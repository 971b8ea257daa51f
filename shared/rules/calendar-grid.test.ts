import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dateAt, monthGrid, usualSlots, weekGrid } from './calendar-grid.ts';

const hour = 3_600_000;

describe('monthGrid', () => {
  test('begins on a Monday and ends on a Sunday', () => {
    const weeks = monthGrid('2026-11-24', 'Europe/Paris');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toMatchObject({ date: '2026-10-26', weekday: 1, isInMonth: false });
    expect(weeks[5]?.[6]).toMatchObject({ date: '2026-12-06', weekday: 7, isInMonth: false });
    expect(weeks.flat().filter((day) => day.isInMonth)).toHaveLength(30);
  });

  test('four weeks where a February fits into them', () => {
    expect(monthGrid('2027-02-10', 'UTC')).toHaveLength(4);
  });

  test('its days follow one another without a gap', () => {
    const days = monthGrid('2026-10-01', 'America/New_York').flat();
    days.slice(1).forEach((day, index) => expect(day.startAt).toBe(days[index]?.endAt));
  });
});

test('weekGrid: the days of a clock change are 23 and 25 hours long', () => {
  const spring = weekGrid('2027-03-28', 'Europe/Paris').at(-1);
  const autumn = weekGrid('2026-10-25', 'Europe/Paris').at(-1);
  expect((spring?.endAt ?? 0) - (spring?.startAt ?? 0)).toBe(23 * hour);
  expect((autumn?.endAt ?? 0) - (autumn?.startAt ?? 0)).toBe(25 * hour);
});

test('dateAt: the same instant is another day elsewhere', () => {
  const at = Date.parse('2026-11-24T23:30:00Z');
  expect(dateAt(at, 'Europe/Paris')).toBe('2026-11-25');
  expect(dateAt(at, 'America/New_York')).toBe('2026-11-24');
});

test('adds days and months over ends of months and leap years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
});

describe('usualSlots', () => {
  const year = (zone: string, time: string) =>
    usualSlots(
      [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, time })),
      zone,
      Date.parse('2028-01-01T00:00:00Z'),
      Date.parse('2029-01-01T00:00:00Z'),
    );

  test.each(['Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata'])(
    'F32 each day of a leap year once, at its wall time, in %s',
    (zone) => {
      const slots = year(zone, '18:30');
      expect(slots).toHaveLength(366);
      expect(new Set(slots.map((slot) => slot.wall.slice(0, 10))).size).toBe(366);
      expect(slots.every((slot) => slot.wall.endsWith('T18:30'))).toBe(true);
      expect(slots.some((slot) => slot.wall.startsWith('2028-02-29'))).toBe(true);
    },
  );

  test('F32 the night hours of clock changes come once too', () => {
    const slots = year('Europe/Paris', '02:30');
    expect(slots).toHaveLength(366);
    expect(slots.filter((slot) => slot.wall.endsWith('T03:30'))).toHaveLength(1);
    const ats = slots.map((slot) => slot.at);
    expect(new Set(ats).size).toBe(366);
  });

  test('holds to its span, the end left out', () => {
    const from = Date.parse('2026-11-24T17:30:00Z');
    const slots = usualSlots(
      [{ weekday: 2, time: '18:30' }],
      'Europe/Paris',
      from,
      from + 7 * 24 * hour,
    );
    expect(slots.map((slot) => slot.at)).toEqual([from]);
  });
});
