import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PostFact } from '../../../shared/facts.ts';
import { graceMs, minuteMs, openHarness, type Harness } from './publishing-harness.ts';
import { startCrashChild, takeClockBack } from './run-crash-child.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

const hourMs = 60 * minuteMs;
const points = ['C1', 'C2', 'C3', 'C4', 'C5'];
const words = 'Arums du jour, 24,90 €';

const write = (change: Partial<PostFact> = {}) =>
  harness.write({ caption: words, accountIds: [harness.facebook.id], ...change });

/** The studio dies at the point of the next visible call, and starts again. */
async function dieAt(point: string): Promise<void> {
  const { ended } = startCrashChild(harness, { killAt: `publish.${point}`, forMs: minuteMs });
  const end = await ended;
  expect(end, end.errors).toMatchObject({ signal: 'SIGKILL', output: '' });
  await takeClockBack(harness, minuteMs);
  harness.restart();
}

const entries = async (kind: string) =>
  (await harness.control.ledger()).filter((entry) => entry.kind === kind);

async function waitingThere() {
  const list = await harness.uses.client().scheduledPosts({ pageId: harness.facebook.remoteId });
  return list.ok ? list.value.items.length : -1;
}

async function published(): Promise<PostFact> {
  const post = write();
  harness.publishNow(post);
  await harness.pass(minuteMs);
  expect(harness.target(post).state).toBe('published');
  return post;
}

async function handedOver(): Promise<PostFact> {
  const post = write({ handOver: true });
  harness.publishing.plan(post, harness.now() + 5 * hourMs, graceMs);
  await harness.pass(minuteMs);
  expect(harness.target(post).handedOver).toBeDefined();
  return post;
}

describe('F44 a studio that dies at', () => {
  it.each(points)(
    '%s of handing over appears once, and asks where searching cannot tell',
    async (point) => {
      const post = write({ handOver: true });
      harness.publishing.plan(post, harness.now() + 5 * hourMs, graceMs);
      await dieAt(point);
      await harness.pass(20 * minuteMs);
      const asking = harness.target(post);
      if (point === 'C2' || (point === 'C3' && asking.state === 'uncertain')) {
        expect(asking).toMatchObject({ question: { code: 'post-not-found' } });
        harness.publishing.answer({ targetId: asking.id, answer: 'not-there' });
        await harness.pass(minuteMs);
      }
      expect(harness.target(post)).toMatchObject({ state: 'scheduled', handedOver: {} });
      expect(await waitingThere()).toBe(1);
      await harness.pass(6 * hourMs);
      expect(harness.target(post)).toMatchObject({ state: 'published' });
      expect(await entries('fb-post')).toHaveLength(1);
    },
  );

  it.each(points)('%s of taking back leaves nothing behind and asks nobody', async (point) => {
    const post = await handedOver();
    harness.publishing.cancel(post.id);
    await dieAt(point);
    await harness.pass(20 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'cancelled' });
    expect(await waitingThere()).toBe(0);
    await harness.pass(6 * hourMs);
    expect(await entries('fb-post')).toEqual([]);
  });

  it.each(points)('%s of changing words ends with the new words', async (point) => {
    const post = await published();
    const { id: targetId } = harness.target(post);
    harness.publishing.changeText({ targetId, text: 'Arums : il en reste trois' });
    await dieAt(point);
    await harness.pass(20 * minuteMs);
    expect(harness.target(post)).toMatchObject({
      state: 'published',
      change: { kind: 'text', state: 'published' },
    });
    const edits = await entries('edit');
    expect(edits.at(-1)).toMatchObject({ text: 'Arums : il en reste trois' });
    expect(edits.length).toBeLessThanOrEqual(2);
  });

  it.each(points)('%s of deleting ends with the post deleted once', async (point) => {
    const post = await published();
    harness.publishing.deletePublished({ targetId: harness.target(post).id });
    await dieAt(point);
    await harness.pass(20 * minuteMs);
    expect(harness.target(post)).toMatchObject({
      state: 'published',
      removedAt: expect.any(String),
      change: { kind: 'deletion', state: 'published' },
    });
    expect(await entries('delete')).toHaveLength(1);
  });
});
