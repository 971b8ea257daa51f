import { expect, test } from 'vitest';
import { formatOpeningHours, type OpeningSpan } from './format-opening-hours.ts';

const day = (weekday: number, opens: string, closes: string): OpeningSpan => ({
  weekday,
  opens,
  closes,
});
const week: OpeningSpan[] = [
  ...[2, 3, 4, 5, 6].flatMap((weekday) => [
    day(weekday, '14:00', '19:00'),
    day(weekday, '09:30', '12:30'),
  ]),
  day(7, '09:00', '12:00'),
];

test('days in a row with the same hours are said once, in the order of the week', () => {
  expect(formatOpeningHours(week, 'fr', 'FR')).toBe(
    'du mardi au samedi de 9\u00a0h\u00a030 à 12\u00a0h\u00a030 et de 14\u00a0h à 19\u00a0h, le dimanche de 9\u00a0h à 12\u00a0h',
  );
  expect(formatOpeningHours(week, 'en', 'GB')).toBe(
    'Tuesday to Saturday 9:30 to 12:30 and 14:00 to 19:00; Sunday 9:00 to 12:00',
  );
});

test('a day between keeps days apart', () => {
  const spans = [day(1, '08:00', '18:00'), day(3, '08:00', '18:00')];
  expect(formatOpeningHours(spans, 'fr', 'FR')).toBe(
    'le lundi de 8\u00a0h à 18\u00a0h, le mercredi de 8\u00a0h à 18\u00a0h',
  );
});

test('every day, and hours as the country writes them', () => {
  const spans = [1, 2, 3, 4, 5, 6, 7].map((weekday) => day(weekday, '10:00', '18:30'));
  expect(formatOpeningHours(spans, 'fr', 'CH')).toBe(
    'tous les jours de 10\u00a0h à 18\u00a0h\u00a030',
  );
  expect(formatOpeningHours(spans, 'en', 'US')?.replace(/\s/g, ' ')).toBe(
    'every day 10:00 AM to 6:30 PM',
  );
});

test('nothing is said when nothing is known', () => {
  expect(formatOpeningHours([], 'fr', 'FR')).toBeUndefined();
});
