import { expect, test } from 'vitest';
import { addSpan, copySpans, spansOf } from './opening-spans.ts';

const morning = { weekday: 2, opens: '09:30', closes: '12:30' };

test('proposes the next stretch of a day', () => {
  expect(addSpan([], 2)).toEqual([{ weekday: 2, opens: '09:00', closes: '19:00' }]);
  const day = addSpan([morning], 2);
  expect(spansOf(day, 2)).toEqual([morning, { weekday: 2, opens: '14:00', closes: '19:00' }]);
  expect(spansOf(addSpan(day, 2), 2)).toHaveLength(3);
});

test('copies a day to those after it, and leaves Sunday off', () => {
  const sunday = { weekday: 7, opens: '10:00', closes: '12:00' };
  const monday = { ...morning, weekday: 1 };
  const week = copySpans([monday, morning, sunday, { ...morning, weekday: 5, opens: '08:00' }], 2);
  expect(week.map(({ weekday }) => weekday).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(spansOf(week, 5)).toEqual([{ ...morning, weekday: 5 }]);
  expect(spansOf(week, 7)).toEqual([sunday]);
  expect(spansOf(copySpans([{ ...morning, weekday: 6 }], 6), 7)).toHaveLength(1);
});
