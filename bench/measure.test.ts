import { describe, expect, it } from 'vitest';
import { benchLine, judge, median } from './measure.ts';

describe('the verdict', () => {
  const base = { name: 'x', against: 'y' };

  it('counts how many times faster ours is', () => {
    const line = judge({ ...base, target: 25, better: 'higher' }, 100, 3000);
    expect(line).toMatchObject({ ratio: 30, pass: true });
    expect(benchLine(line)).toBe('bench x 30.00 25 pass');
    expect(judge({ ...base, target: 25, better: 'higher' }, 100, 2400).pass).toBe(false);
  });

  it('or how much longer it takes', () => {
    expect(judge({ ...base, target: 1.6, better: 'lower' }, 150, 100)).toMatchObject({
      pass: true,
    });
    const late = judge({ ...base, target: 1.6, better: 'lower' }, 170, 100);
    expect(benchLine(late)).toBe('bench x 1.70 1.6 fail');
  });
});

describe('the median', () => {
  it('takes the middle, or between the two middle ones', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 100])).toBe(3.5);
    expect(() => median([])).toThrow();
  });
});
