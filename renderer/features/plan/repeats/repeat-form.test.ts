import { expect, test } from 'vitest';
import { beginForm, formOf, nthOf, ruleOf, weekdayOf } from './repeat-form.ts';
import { ruleWords, weekdayName } from './rule-words.ts';

const form = beginForm('2026-11-26T18:30');

test('begins with the weekday and time that were chosen', () => {
  expect(ruleOf(form)).toEqual({
    days: { every: 'week', interval: 1, weekdays: [4] },
    time: '18:30',
    startDate: '2026-11-26',
  });
});

test('a month repeats by the day of the first date, or by its place in the month', () => {
  expect(ruleOf({ ...form, every: 'month-day' })?.days).toEqual({
    every: 'month-day',
    interval: 1,
    day: 26,
  });
  expect(ruleOf({ ...form, every: 'month-weekday' })?.days).toMatchObject({ nth: 4, weekday: 4 });
  expect(nthOf('2026-11-30')).toBe(-1);
  expect(nthOf('2026-11-01')).toBe(1);
  expect(weekdayOf('2026-11-29')).toBe(7);
});

test('is no rule without a day, or when it ends before it begins', () => {
  expect(ruleOf({ ...form, weekdays: [] })).toBeUndefined();
  expect(ruleOf({ ...form, end: 'date', endDate: '2026-11-25' })).toBeUndefined();
  expect(ruleOf({ ...form, end: 'count', count: 3 })).toMatchObject({ count: 3 });
});

test('the form of a rule gives that rule again', () => {
  const weekly = ruleOf({ ...form, weekdays: [5, 1], end: 'date', endDate: '2027-01-31' });
  const monthly = ruleOf({ ...form, every: 'month-weekday', interval: 2, end: 'count' });
  for (const rule of [weekly, monthly]) expect(rule && ruleOf(formOf(rule))).toEqual(rule);
});

test('is told in words, each kind by its own', () => {
  const told = (key: string, params?: Record<string, unknown>) =>
    `${key}(${Object.values(params ?? {}).join('|')})`;
  const words = (more: Partial<typeof form>) => {
    const rule = ruleOf({ ...form, ...more });
    return rule && ruleWords(rule, 'fr-FR', told);
  };
  expect(words({ weekdays: [1, 2, 3, 4, 5] })).toBe('words.at(words.workdays()|18:30)');
  expect(words({ weekdays: [2, 6], interval: 2 })).toBe(
    'words.at(words.weekly(2|mardi et samedi)|18:30)',
  );
  expect(words({ every: 'month-day', end: 'count', count: 3 })).toBe(
    'words.times(words.at(words.monthDay(1|26)|18:30)|3)',
  );
  expect(words({ every: 'month-weekday', end: 'date', endDate: '2027-01-31' })).toBe(
    'words.until(words.at(words.monthWeekday(1|words.nth.4()|jeudi)|18:30)|31 janv. 2027)',
  );
  expect(weekdayName(1, 'en-GB', 'short')).toBe('Mon');
});
