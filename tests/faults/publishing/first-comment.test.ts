import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PostFact } from '../../../shared/facts.ts';
import { minuteMs, openHarness, type Harness } from './publishing-harness.ts';
import { startCrashChild, takeClockBack } from './run-crash-child.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

const words = 'Livraison offerte dès 50 €';

async function write(network: 'facebook' | 'instagram'): Promise<PostFact> {
  const asset = harness.addAsset(await harness.factory.jpeg('c.jpg', 480, 480));
  const media = [{ assetId: asset.id, tags: [] }];
  return harness.write({ accountIds: [harness[network].id], media, firstComment: words });
}

async function comments() {
  return (await harness.effects()).filter((effect) => effect.kind === 'comment');
}

const places = [
  { network: 'facebook', edge: 'POST /{post}/comments' },
  { network: 'instagram', edge: 'POST /{media}/comments' },
] as const;

describe.each(places)('a first comment on $network', ({ network, edge }) => {
  it.each(['reset-after', '500-after', '400-after', 'half-json'])(
    'that was written and answered badly is found, not written twice: %s',
    async (mode) => {
      const post = await write(network);
      await harness.control.fault({ edge, mode, count: 1 });
      harness.publishNow(post);
      await harness.pass(5 * minuteMs);
      expect(await harness.faultHits()).toBe(1);
      expect(harness.target(post)).toMatchObject({ state: 'published', firstComment: 'sent' });
      expect(await comments()).toHaveLength(1);
    },
  );

  it.each(['reset-before', '500-before', 'html200', '307'])(
    'that was not written is asked about after ten minutes: %s',
    async (mode) => {
      const post = await write(network);
      await harness.control.fault({ edge, mode, count: 1 });
      harness.publishNow(post);
      await harness.pass(8 * minuteMs);
      expect(harness.target(post)).toMatchObject({
        state: 'published',
        firstComment: 'uncertain',
      });
      expect(harness.target(post).question).toBeUndefined();
      await harness.pass(4 * minuteMs);
      const target = harness.target(post);
      expect(target.question?.code).toBe('comment-not-found');
      expect(await comments()).toEqual([]);

      harness.publishing.answer({ targetId: target.id, answer: 'not-there' });
      await harness.pass(minuteMs);
      expect(harness.target(post)).toMatchObject({ state: 'published', firstComment: 'sent' });
      expect(await comments()).toHaveLength(1);
    },
  );

  it.each(['C1', 'C2', 'C3', 'C4', 'C5'])('outlives a death at its %s', async (point) => {
    const post = await write(network);
    harness.publishNow(post);
    const killAt = `publish.${point}:2`;
    const end = await startCrashChild(harness, { killAt, forMs: 2 * minuteMs }).ended;
    expect(end, end.errors).toMatchObject({ signal: 'SIGKILL', output: '' });
    await takeClockBack(harness, 2 * minuteMs);
    harness.restart();
    await harness.pass(20 * minuteMs);
    const { firstComment, question } = harness.target(post);
    const count = (await comments()).length;
    if (firstComment === 'sent') expect(count).toBe(1);
    else expect({ count, code: question?.code }).toEqual({ count: 0, code: 'comment-not-found' });
  });

  it('waits while its post reads as missing', async () => {
    const post = await write(network);
    const read = network === 'facebook' ? 'GET /{post}/comments' : 'GET /{media}';
    await harness.control.fault({ edge: read, mode: 'not_found_yet', count: 3, seconds: 30 });
    harness.publishNow(post);
    await harness.pass(10 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', firstComment: 'sent' });
    expect(await comments()).toHaveLength(1);
  });
});
