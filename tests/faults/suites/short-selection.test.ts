import { describe, expect, it } from 'vitest';
import { createKillRunner } from './kills/run-kills.ts';
import { createBacklogRunner } from './reading/run-backlog.ts';
import { createReadingRunner } from './reading/run-reading.ts';
import { createScheduleRunner } from './schedules/run-schedules.ts';
import { blockUpTo, suites, type RunBlock, type RunEnd } from './suites.ts';
import { addTally, emptyTally, totalOf, type Tally } from './tally.ts';

// A few seeds of what `npm run test:faults` runs by the thousand.

async function runBlock(run: RunBlock, seeds: number[]): Promise<Tally> {
  const ends: RunEnd[] = [];
  await run(seeds, (end) => ends.push(end));
  expect(
    ends.flatMap(({ seed, error, story }) => (error ? [seed, error, ...(story ?? [])] : [])),
  ).toEqual([]);
  const tally = emptyTally();
  for (const end of ends) addTally(tally, end.tally);
  return tally;
}

const seedsOf: Record<string, number> = { posts: 21, inbox: 61 };

describe('F44 random schedules', () => {
  it.each(Object.keys(seedsOf))('keep everything of the %s', { timeout: 120_000 }, async (name) => {
    const first = seedsOf[name] ?? 1;
    const seeds = blockUpTo(suites.schedules, first + 9);
    const tally = await runBlock(createScheduleRunner(), seeds);
    const { targets, published, cancelled } = totalOf(tally);
    expect(tally.runs).toBe(seeds.length);
    expect(published).toBeGreaterThan(seeds.length / 2);
    expect(targets).toBeGreaterThanOrEqual(published + cancelled);
  });
});

describe('F56 F57 F62 random histories of reading', () => {
  it('end with the inbox as the network is', { timeout: 120_000 }, async () => {
    const seeds = blockUpTo(suites.inbox, 10);
    const tally = await runBlock(createReadingRunner(), seeds);
    expect(tally.runs).toBe(seeds.length);
    expect(totalOf(tally).published).toBeGreaterThan(50);
  });

  it('go on where they were cut after two weeks offline', { timeout: 120_000 }, async () => {
    const tally = await runBlock(createBacklogRunner(1_500), [1]);
    expect(totalOf(tally).published).toBe(1_500);
  });
});

describe('F17 the real process killed at any moment', () => {
  it('loses and doubles nothing in three lives', { timeout: 120_000 }, async () => {
    const tally = await runBlock(createKillRunner(), [1, 2, 3]);
    const { targets, published } = totalOf(tally);
    expect(tally.runs).toBe(3);
    expect(targets).toBeGreaterThan(2);
    expect(published).toBe(targets);
  });
});
