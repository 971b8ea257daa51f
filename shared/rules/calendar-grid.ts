import { Temporal } from 'temporal-polyfill';
import { settleWallTime, type PlacedTime } from './zoned-time.ts';

/** A day of the calendar and the instants between which it lies; `endAt` belongs to the next day. */
export type GridDay = {
  /** `2026-11-26`. */
  date: string;
  /** Monday is 1, Sunday 7. */
  weekday: number;
  startAt: number;
  endAt: number;
  /** False for the days of neighbouring months that fill a month's grid. */
  isInMonth: boolean;
};

export type UsualTime = { weekday: number; time: string };

/** The weeks (Monday to Sunday) that touch the month of `date`. */
export function monthGrid(date: string, zone: string): GridDay[][] {
  const first = Temporal.PlainDate.from(date).with({ day: 1 });
  const last = first.with({ day: first.daysInMonth });
  const weeks: GridDay[][] = [];
  let monday = mondayOf(first);
  while (Temporal.PlainDate.compare(monday, last) <= 0) {
    weeks.push(daysFrom(monday, zone, first.month));
    monday = monday.add({ days: 7 });
  }
  return weeks;
}

/** The seven days of the week of `date`. */
export function weekGrid(date: string, zone: string): GridDay[] {
  return daysFrom(mondayOf(Temporal.PlainDate.from(date)), zone);
}

/** The day of `date` (`2026-11-26`). */
export function dayGrid(date: string, zone: string): GridDay {
  return gridDay(Temporal.PlainDate.from(date), zone, true);
}

/** The date clocks of `zone` show at `at`. */
export function dateAt(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** What is in order of time by the days of `zone` that hold something. */
export function groupByDay<T>(
  ordered: readonly T[],
  at: (one: T) => number,
  zone: string,
): Map<string, T[]> {
  const days = new Map<string, T[]>();
  // In order a day is looked up once, however much it holds.
  let day = { endAt: -Infinity, held: [] as T[] };
  for (const one of ordered) {
    if (at(one) >= day.endAt) {
      const { date, endAt } = dayGrid(dateAt(at(one), zone), zone);
      day = { endAt, held: [] };
      days.set(date, day.held);
    }
    day.held.push(one);
  }
  return days;
}

/** Adds days to a date (`2026-11-26`), over months and leap years. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** The shop's usual hours from `from` (inclusive) to `to` (exclusive), each day's once: an hour that
 *  the clocks skip comes after the gap, one they show twice comes the first time. */
export function usualSlots(
  usualTimes: readonly UsualTime[],
  zone: string,
  from: number,
  to: number,
): PlacedTime[] {
  const slots: PlacedTime[] = [];
  let day = Temporal.PlainDate.from(dateAt(from, zone));
  const last = Temporal.PlainDate.from(dateAt(to, zone));
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    for (const usual of usualTimes) {
      if (usual.weekday !== day.dayOfWeek) continue;
      const slot = settleWallTime(`${day.toString()}T${usual.time}`, zone);
      if (slot && slot.at >= from && slot.at < to) slots.push(slot);
    }
    day = day.add({ days: 1 });
  }
  return slots.sort((one, other) => one.at - other.at);
}

function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

function daysFrom(monday: Temporal.PlainDate, zone: string, month?: number): GridDay[] {
  return Array.from({ length: 7 }, (_, index) => {
    const date = monday.add({ days: index });
    return gridDay(date, zone, month === undefined || date.month === month);
  });
}

function gridDay(date: Temporal.PlainDate, zone: string, isInMonth: boolean): GridDay {
  return {
    date: date.toString(),
    weekday: date.dayOfWeek,
    startAt: date.toZonedDateTime(zone).epochMilliseconds,
    endAt: date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds,
    isInMonth,
  };
}
