import type { RepeatRule } from '../../../../shared/contract/repeats.ts';

export type Words = (key: string, params?: Record<string, unknown>) => string;

// 4 January 2027 is a Monday.
const mondayAt = Date.UTC(2027, 0, 4);
const dayMs = 86_400_000;
const workdays = '1,2,3,4,5';
const wholeWeek = '1,2,3,4,5,6,7';

/** As `lundi` or, short, `lun.`. */
export function weekdayName(weekday: number, locale: string, style: 'long' | 'short'): string {
  return new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(
    mondayAt + (weekday - 1) * dayMs,
  );
}

/** A date (`2026-11-26`) as `26 nov. 2026`. */
export function dateName(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  );
}

/** A rhythm in a line: `Chaque jour ouvré à 18:30, jusqu’au 24 déc. 2026`. */
export function ruleWords({ days, time, endDate, count }: RepeatRule, locale: string, t: Words) {
  const when = t('words.at', { days: daysWords(days, locale, t), time });
  if (endDate !== undefined) return t('words.until', { when, date: dateName(endDate, locale) });
  return count === undefined ? when : t('words.times', { when, count });
}

function daysWords(days: RepeatRule['days'], locale: string, t: Words): string {
  switch (days.every) {
    case 'week': {
      const key = days.weekdays.join();
      const many = { count: days.interval };
      if (key === workdays && days.interval === 1) return t('words.workdays');
      if (key === wholeWeek && days.interval === 1) return t('words.everyDay');
      const names = days.weekdays.map((one) => weekdayName(one, locale, 'long'));
      return t('words.weekly', {
        ...many,
        days: new Intl.ListFormat(locale, { type: 'conjunction' }).format(names),
      });
    }
    case 'month-day':
      return t('words.monthDay', { count: days.interval, day: days.day });
    case 'month-weekday':
      return t('words.monthWeekday', {
        count: days.interval,
        nth: t(`words.nth.${days.nth === -1 ? 'last' : days.nth}`),
        day: weekdayName(days.weekday, locale, 'long'),
      });
  }
}
