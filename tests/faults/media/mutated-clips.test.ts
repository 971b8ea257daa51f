import { expect, it } from 'vitest';
import { createClipRunner } from '../suites/clips/run-clips.ts';
import type { RunEnd } from '../suites/suites.ts';
import { addTally, emptyTally, totalOf } from '../suites/tally.ts';

// A few of those that `npm run test:faults -- --suite clips` brings in by the thousand.
const count = 24;

it('F75–F79 damaged clips are answered by name or come in, and leave nothing behind', async () => {
  const ends: RunEnd[] = [];
  const seeds = Array.from({ length: count }, (_, index) => index + 1);
  await createClipRunner()(seeds, (end) => ends.push(end));
  expect(ends.filter(({ error }) => error !== undefined)).toEqual([]);
  const tally = emptyTally();
  for (const end of ends) addTally(tally, end.tally);
  const { targets, published } = totalOf(tally);
  expect(targets).toBe(count);
  expect(published).toBeGreaterThan(0);
  expect(published).toBeLessThan(count);
}, 120_000);
