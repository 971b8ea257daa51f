import type { RepeatRule } from '../../../../shared/contract/repeats.ts';

/** What the dialog asks, before it is a rule. */
export type RepeatForm = {
  every: 'week' | 'month-day' | 'month-weekday';
  interval: number;
  weekdays: readonly number[];
  time: string;
  startDate: string;
  end: 'never' | 'date' | 'count';
  endDate: string;
  count: number;
};

type Nth = 1 | 2 | 3 | 4 | -1;

/** Begins with the chosen time: that weekday, each week, without an end. */
export function beginForm(wall: string): RepeatForm {
  const startDate = wall.slice(0, 10);
  return {
    every: 'week',
    interval: 1,
    weekdays: [weekdayOf(startDate)],
    time: wall.slice(11, 16),
    startDate,
    end: 'never',
    endDate: startDate,
    count: 10,
  };
}

/** The form of a rule that stands, for changing it. */
export function formOf(rule: RepeatRule): RepeatForm {
  const { days, time, startDate, endDate, count } = rule;
  return {
    every: days.every,
    interval: days.interval,
    weekdays: days.every === 'week' ? days.weekdays : [weekdayOf(startDate)],
    time,
    startDate,
    end: endDate !== undefined ? 'date' : count !== undefined ? 'count' : 'never',
    endDate: endDate ?? startDate,
    count: count ?? 10,
  };
}

/** The rule of a form; nothing while a week has no day or the end lies before the start. */
export function ruleOf(form: RepeatForm): RepeatRule | undefined {
  const { time, startDate, end, endDate, count } = form;
  const days = daysOf(form);
  if (!days || (end === 'date' && endDate < startDate)) return undefined;
  return {
    days,
    time,
    startDate,
    ...(end === 'date' && { endDate }),
    ...(end === 'count' && { count }),
  };
}

function daysOf({
  every,
  interval,
  weekdays,
  startDate,
}: RepeatForm): RepeatRule['days'] | undefined {
  switch (every) {
    case 'week':
      return weekdays.length === 0
        ? undefined
        : { every, interval, weekdays: [...weekdays].sort((one, other) => one - other) };
    case 'month-day':
      return { every, interval, day: Number(startDate.slice(8, 10)) };
    case 'month-weekday':
      return { every, interval, nth: nthOf(startDate), weekday: weekdayOf(startDate) };
  }
}

/** Monday is 1. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** The first to fourth such weekday of its month; a fifth is the last. */
export function nthOf(date: string): Nth {
  const nth = Math.ceil(Number(date.slice(8, 10)) / 7);
  return nth > 4 ? -1 : (nth as Nth);
}
