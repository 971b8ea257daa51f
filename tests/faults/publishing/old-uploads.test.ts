import { afterEach, beforeEach, expect, it } from 'vitest';
import { kinds } from './kinds.ts';
import { graceMs, minuteMs, openHarness, type Harness } from './publishing-harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

const films = kinds.filter((kind) => /video|reel|carousel|photo story/.test(kind.name));

it.each(films)(
  'F46 $name is uploaded anew when it grew too old while nobody looked',
  async (kind) => {
    const post = await kind.write(harness);
    harness.publishing.plan(post, harness.now() + 20 * minuteMs, 3 * 24 * graceMs);
    await harness.pass(10 * minuteMs);
    expect(harness.target(post).state).toBe('ready');
    harness.uses.line.online = false;
    harness.tools.advance(26 * 60 * minuteMs);
    harness.uses.line.online = true;
    await harness.pass(20 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    const effects = (await harness.effects()).filter((effect) => effect.kind === kind.effect);
    expect(effects).toHaveLength(1);
  },
);
