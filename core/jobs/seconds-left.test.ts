import { describe, expect, it } from 'vitest';
import { secondsLeft } from './seconds-left.ts';

describe('seconds left', () => {
  it('goes by the pace since this run began', () => {
    expect(secondsLeft({ beganAtMs: 0, beganFrac: 0, nowMs: 10_000, nowFrac: 0.25 })).toBe(30);
    // Taken up at the half: the first half was not made in this time.
    expect(secondsLeft({ beganAtMs: 0, beganFrac: 0.5, nowMs: 10_000, nowFrac: 0.75 })).toBe(10);
    expect(secondsLeft({ beganAtMs: 0, beganFrac: 0, nowMs: 10_000, nowFrac: 1 })).toBe(0);
  });

  it('says nothing while little is known', () => {
    expect(secondsLeft({ beganAtMs: 0, beganFrac: 0, nowMs: 200, nowFrac: 0.5 })).toBeUndefined();
    expect(
      secondsLeft({ beganAtMs: 0, beganFrac: 0.3, nowMs: 9000, nowFrac: 0.3 }),
    ).toBeUndefined();
  });
});
