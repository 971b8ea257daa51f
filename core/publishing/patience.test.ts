import { describe, expect, it } from 'vitest';
import {
  askedLookDelayMs,
  looksAtMs,
  pollDelayMs,
  processingPatienceMs,
  stepDelayMs,
} from './patience.ts';

describe('patience', () => {
  it('tries an invisible step after 1, 4, 15, then 60 seconds, a fifth more or less', () => {
    const middle = [1, 2, 3, 4, 5].map((tries) => stepDelayMs(tries, () => 0.5));
    expect(middle).toEqual([1_000, 4_000, 15_000, 60_000, 60_000]);
    expect(stepDelayMs(1, () => 0)).toBe(800);
    expect(stepDelayMs(4, () => 1)).toBe(72_000);
  });

  it('polls from every 5 to every 30 seconds', () => {
    expect([0, 20_000, 90_000, 300_000].map(pollDelayMs)).toEqual([5_000, 10_000, 20_000, 30_000]);
    expect(pollDelayMs(processingPatienceMs)).toBe(30_000);
  });

  it('looks on while a person is asked, less and less often', () => {
    expect(askedLookDelayMs(1_000_000, 'unread')).toBe(60_000);
    expect(askedLookDelayMs(1_000_000, 'read')).toBe(600_000);
    expect(askedLookDelayMs(90_000_000, 'unread')).toBe(3_600_000);
  });

  it('reads what has an id within two minutes and searches for ten', () => {
    expect(looksAtMs['by-id'].at(-1)).toBe(120_000);
    expect(looksAtMs.searched.at(-1)).toBe(600_000);
  });
});
