import { expect, it } from 'vitest';
import { targetState } from '../../shared/contract/shapes.ts';
import { neededUntilAt, removalDelayMs } from './picture-need.ts';

const hourMs = 3_600_000;
const picture = { putAt: 1000, keepUntilAt: 1000 + 48 * hourMs };

it.each(targetState.options)('knows how long a target that is %s needs its pictures', (state) => {
  const untilAt = neededUntilAt(picture, state);
  if (state === 'published' || state === 'cancelled') expect(untilAt).toBe(picture.putAt);
  else if (state === 'failed' || state === 'missed') expect(untilAt).toBe(picture.putAt + hourMs);
  else expect(untilAt).toBe(picture.keepUntilAt);
});

it('needs nothing for a target that is gone', () => {
  expect(neededUntilAt(picture, undefined)).toBe(picture.putAt);
});

it('keeps a failed target’s pictures no longer than they were to be kept', () => {
  expect(neededUntilAt({ putAt: 0, keepUntilAt: 60_000 }, 'failed')).toBe(60_000);
});

it('asks for a removal less and less often, but four times a day', () => {
  expect([0, 1, 2, 9].map(removalDelayMs)).toEqual([60_000, 240_000, 960_000, 6 * hourMs]);
});
