import { expect, it } from 'vitest';
import { createDice } from './dice.ts';
import { printTally } from './print-tally.ts';
import { blocksOf, blockUpTo } from './suites.ts';
import { addTally, count, emptyTally, kindOf, totalOf, type Tally } from './tally.ts';

function tallyOf(published: number): Tally {
  const tally = { ...emptyTally(), runs: 1, requests: 50 };
  const kind = kindOf(tally, 'facebook text');
  Object.assign(kind, { targets: published, published, visibleCalls: published + 1 });
  count(kind.asked, 'post-unread');
  count(tally.faults, 'redirect', 2);
  return tally;
}

it('adds up what the workers counted, by kind and by reason', () => {
  const whole = emptyTally();
  addTally(whole, tallyOf(3));
  addTally(whole, tallyOf(4));
  kindOf(whole, 'instagram reel').lost += 1;
  expect(whole).toMatchObject({ runs: 2, requests: 100, faults: { redirect: 4 } });
  expect(totalOf(whole)).toMatchObject({
    ...{ targets: 7, published: 7, lost: 1, doubled: 0, visibleCalls: 9 },
    asked: { 'post-unread': 2 },
  });
});

it('prints a table, the reasons and the rate of faults', () => {
  const lines = printTally('schedules', tallyOf(3), 12.4);
  expect(lines[0]).toBe('schedules: 1 runs in 12 s');
  expect(lines[2]).toMatch(/^facebook text\s+3\s+3\s+0\s+0\s+1\s+0\s+0\s+4$/);
  expect(lines).toContain('asked, facebook text: post-unread 1');
  expect(lines).toContain('faults: 2 in 50 requests, 4.0 per 100: redirect 2');
  expect(lines.at(-1)).toBe('0 lost, 0 doubled, 0 failing seeds');
});

it('repeats a seed with those before it in its world', () => {
  const suite = { name: 'schedules' as const, runs: 100, blockSize: 20 };
  expect(blocksOf(suite, 15, 10)).toEqual([
    [15, 16, 17, 18, 19, 20],
    [21, 22, 23, 24],
  ]);
  expect(blockUpTo(suite, 23)).toEqual([21, 22, 23]);
  expect(blockUpTo(suite, 20)).toHaveLength(20);
});

it('throws the same dice for the same seed, and others for its neighbour', () => {
  const throws = (seed: number) => {
    const dice = createDice(seed);
    return Array.from({ length: 12 }, () => dice.below(6));
  };
  expect(throws(7)).toEqual(throws(7));
  expect(throws(7)).not.toEqual(throws(8));
  expect(() => createDice(1).pick([])).toThrow('nothing to pick');
});
