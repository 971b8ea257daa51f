import { expect, it } from 'vitest';
import { createSetBackWatch, withPastDoubt } from './after-clock-change.ts';

it('F27 notices that the clock was set back, and looks once after the start', () => {
  const wasSetBack = createSetBackWatch();
  expect([1_000, 1_000, 2_000, 1_500, 1_600].map(wasSetBack)).toEqual([
    true,
    false,
    false,
    true,
    false,
  ]);
});

it('F27 never counts patience from an instant ahead', () => {
  const progress = {
    ...{ state: 'uncertain' as const, intentId: 'intent', looks: 0, mayRepeat: true },
    doubt: { sinceAt: 5_000, repeats: 1 },
  };
  expect(withPastDoubt(progress, 6_000)).toBe(progress);
  expect(withPastDoubt(progress, 4_000).doubt).toEqual({ sinceAt: 4_000, repeats: 1 });
});
