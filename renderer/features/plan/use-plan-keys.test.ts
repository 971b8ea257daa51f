import { expect, test } from 'vitest';
import { shiftOfKey } from './use-plan-keys.ts';

test('sideways is a day, up and down a week of the month or a quarter of the hours', () => {
  for (const view of ['month', 'week', 'day', 'list'] as const)
    expect(shiftOfKey(view, 'ArrowRight'), view).toEqual({ days: 1, minutes: 0 });
  expect(shiftOfKey('month', 'ArrowUp')).toEqual({ days: -7, minutes: 0 });
  expect(shiftOfKey('week', 'ArrowDown')).toEqual({ days: 0, minutes: 15 });
  expect(shiftOfKey('day', 'Enter')).toBeUndefined();
});
