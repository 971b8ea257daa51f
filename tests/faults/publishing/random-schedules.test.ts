import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHarness, type Harness } from './publishing-harness.ts';
import { runSchedule } from './random-schedule.ts';

const runs = Number(process.env.FAULT_RUNS ?? 150);
const firstSeed = Number(process.env.FAULT_SEED ?? 1);
const perNetwork = 10;
const dayMs = 24 * 60 * 60_000;

const groups = Array.from({ length: Math.ceil(runs / perNetwork) }, (_, group) => {
  const seed = firstSeed + group * perNetwork;
  return { seed, last: Math.min(seed + perNetwork, firstSeed + runs) - 1 };
});

describe.each(groups)('F44 random schedules $seed to $last', ({ seed: first, last }) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await openHarness({ seed: first });
  });
  afterAll(() => harness.close());

  it('publish each post once or ask, whatever happens', { timeout: 120_000 }, async () => {
    for (let seed = first; seed <= last; seed++) {
      const run = runSchedule(harness, seed).then(
        () => 'kept',
        (error: unknown) => `FAULT_SEED=${seed} FAULT_RUNS=1: ${String(error)}`,
      );
      expect(await run).toBe('kept');
      harness.tools.advance(dayMs);
    }
  });
});
