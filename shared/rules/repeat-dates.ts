import { Temporal } from 'temporal-polyfill';
import { addDays } from './calendar-grid.ts';
import { resolveWallTime, settleWallTime, type PlacedTime } from './zoned-time.ts';

export type RepeatDays =
  | { every: 'week'; interval: number; weekdays: readonly number[] }
  /** The last day of a month that is shorter. */
  | { every: 'month-day'; interval: number; day: number }
  /** The n-th such weekday of the month; -1 is the last. */
  | { every: 'month-weekday'; interval: number; nth: 1 | 2 | 3 | 4 | -1; weekday: number };

/** A rhythm on a wall clock; dates as `2026-11-26`, the time as `18:30`. */
export type RepeatRule = {
  days: RepeatDays;
  time: string;
  startDate: string;
  endDate?: string | undefined;
  /** How many in all, from `startDate` on. */
  count?: number | undefined;
};

export type RepeatTime = PlacedTime & {
  date: string;
  /** Its place in the series, from 0. */
  index: number;
  /** The clocks skip its time that day: it comes after the jump. */
  moved: boolean;
};

/** Nobody plans further: a rule that gives nothing ends there. */
const horizonDays = 4000;

/** The days of a rhythm from its start to `last` (inclusive), in order. */
export function repeatDates(rule: RepeatRule, last: string): string[] {
  const { startDate, endDate = '9999-12-31', count = Infinity } = rule;
  const to = [last, endDate, addDays(startDate, horizonDays)].reduce(earlier);
  const dates: string[] = [];
  for (const group of groupsFrom(rule.days, Temporal.PlainDate.from(startDate))) {
    if (group.first.toString() > to) break;
    for (const day of group.days.map(String))
      if (day >= startDate && day <= to && dates.length < count) dates.push(day);
    if (dates.length >= count) break;
  }
  return dates;
}

/** When a rhythm comes on the clocks of `zone`, after `after` and to `to` (UTC ms). A time that the
 *  clocks skip comes behind the gap, one that they show twice the first time. */
export function repeatTimes(
  rule: RepeatRule,
  zone: string,
  after: number,
  to: number,
): RepeatTime[] {
  const last = addDays(new Date(to).toISOString().slice(0, 10), 1);
  return repeatDates(rule, last)
    .flatMap((date, index) => timeOn(rule, zone, date, index) ?? [])
    .filter(({ at }) => at > after && at <= to);
}

/** The time of one day of the rhythm; nothing on a day that is none of it. */
export function repeatTimeOf(rule: RepeatRule, zone: string, date: string): RepeatTime | undefined {
  const index = repeatDates(rule, date).indexOf(date);
  return index < 0 ? undefined : timeOn(rule, zone, date, index);
}

/** How many different texts it takes for none to come back within `days` days. */
export function textsNeeded(dates: readonly string[], days = 7): number {
  let needed = 1;
  for (const [index, date] of dates.entries()) {
    const again = addDays(date, days);
    let next = index;
    while (next < dates.length && (dates[next] ?? '') < again) next++;
    needed = Math.max(needed, next - index);
  }
  return needed;
}

function timeOn(
  { time }: RepeatRule,
  zone: string,
  date: string,
  index: number,
): RepeatTime | undefined {
  const wall = `${date}T${time}`;
  const placed = settleWallTime(wall, zone);
  return placed && { ...placed, date, index, moved: resolveWallTime(wall, zone).kind === 'gap' };
}

type Group = { first: Temporal.PlainDate; days: Temporal.PlainDate[] };

/** The weeks or months of a rhythm, each with its days in order. */
function* groupsFrom(days: RepeatDays, start: Temporal.PlainDate): Generator<Group> {
  const isWeek = days.every === 'week';
  const origin = isWeek ? start.subtract({ days: start.dayOfWeek - 1 }) : start.with({ day: 1 });
  for (let turn = 0; ; turn += days.interval) {
    const first = origin.add(isWeek ? { weeks: turn } : { months: turn });
    yield { first, days: daysOf(days, first) };
  }
}

function daysOf(days: RepeatDays, first: Temporal.PlainDate): Temporal.PlainDate[] {
  switch (days.every) {
    case 'week':
      return [...new Set(days.weekdays)]
        .sort((one, other) => one - other)
        .map((weekday) => first.add({ days: weekday - 1 }));
    case 'month-day':
      return [first.with({ day: Math.min(days.day, first.daysInMonth) })];
    case 'month-weekday':
      return [nthWeekday(first, days.nth, days.weekday)];
  }
}

function nthWeekday(first: Temporal.PlainDate, nth: number, weekday: number): Temporal.PlainDate {
  if (nth > 0) {
    const ahead = (weekday - first.dayOfWeek + 7) % 7;
    return first.add({ days: ahead + (nth - 1) * 7 });
  }
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
