import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kinds } from './kinds.ts';
import { minuteMs, openHarness, type Harness } from './publishing-harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

/** F35 to F38: what may come back from a visible call instead of a good answer. */
const modes = [
  'reset-before',
  'reset-after',
  'slow-after',
  '500-before',
  '500-after',
  '400-after',
  'html200',
  'html_502',
  'half-json',
  '307',
  'success_without_id',
];

describe.each(kinds)('F44 $name', (kind) => {
  it.each(modes)('appears exactly once, or a person is asked: %s', async (mode) => {
    const post = await kind.write(harness);
    // The network answers two minutes after this limit.
    if (mode === 'slow-after') harness.uses.line.timeoutMs = 1_500;
    const skip = kind.skip === undefined ? {} : { skip: kind.skip };
    await harness.control.fault({ edge: kind.edge, mode, count: 1, ...skip });
    harness.publishNow(post);
    await harness.pass(20 * minuteMs);

    expect(await harness.faultHits()).toBe(1);
    const target = harness.target(post);
    const effects = (await harness.effects()).filter((effect) => effect.kind === kind.effect);
    expect(effects.length).toBeLessThanOrEqual(1);
    // Its id can answer in every one of these cases, so nobody needs to be bothered. A story has no
    // id of its own: what is there is found, what is not is asked about.
    if (kind.searched && effects.length === 0) expect(target.question).toBeDefined();
    else expect(target.state).toBe('published');
    if (target.state === 'published') expect(effects).toHaveLength(1);
  });

  it('is asked about, not repeated, after the network judged it', async () => {
    const post = await kind.write(harness);
    const skip = kind.skip === undefined ? {} : { skip: kind.skip };
    await harness.control.fault({ edge: kind.edge, mode: 'policy', count: 1, code: 368, ...skip });
    harness.publishNow(post);
    await harness.pass(30 * minuteMs);
    expect(harness.target(post)).toMatchObject({
      state: 'uncertain',
      attempts: 1,
      question: { answers: ['there', 'not-there', 'look-again'] },
    });
    expect(await harness.effects()).toEqual([]);
  });
});
