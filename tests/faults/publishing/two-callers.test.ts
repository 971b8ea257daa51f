import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPublishing } from '../../../core/publishing/service.ts';
import { graceMs, minuteMs, openHarness, type Harness } from './publishing-harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

/** `VITRINE_ROUNDS=500` for the whole of it. */
const rounds = Number(process.env['VITRINE_ROUNDS'] ?? 20);
const write = (change = {}) => harness.write({ accountIds: [harness.facebook.id], ...change });

describe('F19 publish now pressed while the scheduler fires', () => {
  it(`sends once in each of ${rounds} rounds, from two engines at one barrier`, async () => {
    const engine = { random: () => 0.5, atPoint: () => {} };
    const other = createPublishing(harness.tools, harness.uses, engine);
    const posts = [];
    for (let round = 0; round < rounds; round += 1) {
      const post = write();
      posts.push(post);
      harness.publishing.plan(post, harness.now() + 30 * minuteMs, graceMs);
      // Hidden and ready, with only the visible call left.
      await harness.pass(29 * minuteMs);
      harness.tools.setNow(harness.now() + minuteMs);
      const ticks = [harness.publishing, other].map((one) => one.tick(harness.now()));
      await Promise.resolve();
      const press = () => harness.publishNow(post);
      const pressed = round % 2 === 0 ? Promise.resolve().then(press) : ticks[0]!.then(press);
      await Promise.allSettled([...ticks, pressed]);
      await harness.pass(2 * minuteMs);
      expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    }
    const ids = (await harness.effects()).map((effect) => effect.objectId);
    expect(ids).toHaveLength(rounds);
    expect(new Set(ids).size).toBe(rounds);
    await other.close();
  });
});

describe('F52 a post edited while it is being published', () => {
  it('goes out as it was when the call was decided, whatever is written at C2 or C3', async () => {
    const post = write();
    const before = post.captions.facebook;
    const edit = (point: string) => {
      if (point === 'publish.C2') post.captions = { ...post.captions, facebook: 'Trop tard' };
    };
    harness.restart({ atPoint: edit });
    harness.publishNow(post);
    await harness.pass(10 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    const effects = await harness.effects();
    expect(effects).toMatchObject([{ text: before }]);
  });

  it('the plan is not moved under it', async () => {
    const post = write();
    await harness.control.fault({ edge: 'POST /{post}', mode: '500-after', count: 1 });
    harness.publishNow(post);
    await harness.tick();
    expect(harness.target(post).state).toBe('uncertain');
    expect(() => harness.publishing.plan(post, harness.now() + minuteMs, graceMs)).toThrow(
      'already-publishing',
    );
  });
});
