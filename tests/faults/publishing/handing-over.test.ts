import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PostFact } from '../../../shared/facts.ts';
import { graceMs, minuteMs, openHarness, type Harness } from './publishing-harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

const hourMs = 60 * minuteMs;
const text = 'Demain : arums frais';

function write(change: Partial<PostFact> = {}): PostFact {
  const accountIds = [harness.facebook.id];
  return harness.write({ caption: text, accountIds, handOver: true, ...change });
}

const plan = (post: PostFact, inMs: number) =>
  harness.publishing.plan(post, harness.now() + inMs, graceMs);

/** What the network's own scheduler has. */
async function waitingThere() {
  const list = await harness.uses.client().scheduledPosts({ pageId: harness.facebook.remoteId });
  if (!list.ok) throw new Error(list.failure.message);
  return list.value.items.map(({ message, scheduledAt, mediaIds }) => ({
    message,
    scheduledAt,
    photos: mediaIds.length,
  }));
}

const posted = async () => (await harness.effects()).filter((effect) => effect.kind === 'fb-post');

/** Everything the network showed or showed by its own clock. */
const shown = async () =>
  (await harness.control.ledger()).filter((entry) => entry.kind === 'fb-post');

async function photos(count: number) {
  const files = Array.from({ length: count }, (_, index) =>
    harness.factory.jpeg(`h${index}.jpg`, 480, 480, index + 1),
  );
  const assets = (await Promise.all(files)).map((file) => harness.addAsset(file));
  return assets.map((asset) => ({ assetId: asset.id, tags: [] }));
}

describe('handing a post over to the network', () => {
  it('appears with its photos while the computer is off, and is found when it is on again', async () => {
    const post = write({ media: await photos(2) });
    const [planned] = plan(post, 3 * 24 * hourMs);
    await harness.pass(minuteMs);
    const dueAt = Date.parse(planned!.dueAt);
    expect(harness.target(post)).toMatchObject({
      state: 'scheduled',
      attempts: 1,
      handedOver: { remoteId: expect.any(String) },
    });
    expect(await waitingThere()).toEqual([{ message: text, scheduledAt: dueAt, photos: 2 }]);
    // Nobody looks for four days: the pictures outlive their usual day.
    harness.tools.setNow(dueAt + 24 * hourMs);
    await harness.tick();
    await harness.pass(minuteMs);
    expect(harness.target(post)).toMatchObject({
      state: 'published',
      publishedAt: planned!.dueAt,
      permalink: expect.stringContaining('http'),
    });
    expect(harness.target(post).handedOver).toBeUndefined();
    expect(await shown()).toMatchObject([{ by: 'scheduler' }]);
    expect((await shown())[0]?.['photoIds']).toHaveLength(2);
  });

  it('goes out from here when its time is too near, or the shop does not wish it', async () => {
    const near = write();
    plan(near, 10 * minuteMs);
    const own = write({ handOver: undefined });
    plan(own, 30 * minuteMs);
    await harness.pass(minuteMs);
    expect(await waitingThere()).toEqual([]);
    await harness.pass(40 * minuteMs);
    for (const post of [near, own]) {
      expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    }
    expect(await posted()).toHaveLength(2);
  });

  it('the wish of the shop holds where a post does not say', async () => {
    harness.publishing.preferences.change({ handOver: true });
    const post = write({ handOver: undefined });
    plan(post, hourMs);
    await harness.pass(minuteMs);
    expect(await waitingThere()).toHaveLength(1);
    expect(harness.target(post).handedOver).toBeDefined();
  });

  it('waits until the network takes a time so far ahead', async () => {
    const post = write();
    plan(post, 40 * 24 * hourMs);
    await harness.pass(hourMs);
    expect(await waitingThere()).toEqual([]);
    await harness.pass(12 * 24 * hourMs);
    expect(await waitingThere()).toHaveLength(1);
    expect(harness.target(post)).toMatchObject({ state: 'scheduled', attempts: 1 });
  });
});

describe('a post that was handed over', () => {
  it('is taken back and handed over anew when it is moved or its words change', async () => {
    const post = write();
    plan(post, 5 * hourMs);
    await harness.pass(minuteMs);
    const [moved] = plan(post, 9 * hourMs);
    expect(moved).toMatchObject({ state: 'waiting', handedOver: { takingBack: true } });
    expect(moved?.reason?.text).toContain('Facebook');
    await harness.pass(2 * minuteMs);
    const movedTo = Date.parse(moved!.dueAt);
    expect(await waitingThere()).toEqual([{ message: text, scheduledAt: movedTo, photos: 0 }]);

    post.captions.facebook = 'Après-demain';
    harness.publishing.plan(post, movedTo, graceMs);
    await harness.pass(2 * minuteMs);
    expect(await waitingThere()).toEqual([
      { message: 'Après-demain', scheduledAt: movedTo, photos: 0 },
    ]);
    await harness.pass(10 * hourMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 3 });
    expect(await shown()).toHaveLength(1);
  });

  it('stays as it is when it is saved again without a change', async () => {
    const post = write();
    const [planned] = plan(post, 5 * hourMs);
    await harness.pass(minuteMs);
    const before = harness.target(post);
    harness.publishing.plan(post, Date.parse(planned!.dueAt), graceMs);
    expect(harness.target(post)).toEqual(before);
  });

  it('is cancelled on the network, too, and its plan ends then', async () => {
    const post = write();
    plan(post, 5 * hourMs);
    await harness.pass(minuteMs);
    expect(harness.publishing.cancel(post.id)).toMatchObject([{ state: 'waiting' }]);
    await harness.pass(minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'cancelled' });
    expect(harness.uses.told).toEqual([`planEnded ${post.id}`]);
    expect(await waitingThere()).toEqual([]);
    await harness.pass(6 * hourMs);
    expect(await shown()).toEqual([]);
  });

  it('published now, it appears once', async () => {
    const post = write();
    plan(post, 5 * hourMs);
    await harness.pass(minuteMs);
    harness.publishNow(post);
    await harness.pass(10 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published' });
    await harness.pass(6 * hourMs);
    expect(await shown()).toHaveLength(1);
  });

  it('cancelled without a line it waits visibly, and is taken back when the line is there', async () => {
    const post = write();
    plan(post, 5 * hourMs);
    await harness.pass(minuteMs);
    harness.uses.line.online = false;
    harness.publishing.cancel(post.id);
    await harness.pass(30 * minuteMs);
    expect(harness.target(post)).toMatchObject({
      state: 'waiting',
      reason: { code: 'taking-back-offline' },
      handedOver: { takingBack: true },
    });
    harness.uses.line.online = true;
    await harness.pass(minuteMs);
    expect(harness.target(post).state).toBe('cancelled');
    expect(await waitingThere()).toEqual([]);
  });

  it('out before the move reached the network, it stays as it went out and the edit is kept', async () => {
    const post = write();
    const [planned] = plan(post, hourMs);
    await harness.pass(minuteMs);
    harness.uses.line.online = false;
    post.captions.facebook = 'Texte corrigé';
    plan(post, 24 * hourMs);
    await harness.pass(2 * hourMs);
    harness.uses.line.online = true;
    await harness.pass(minuteMs);
    expect(harness.target(post)).toMatchObject({
      state: 'published',
      publishedAt: planned!.dueAt,
    });
    expect(harness.uses.told).toEqual([`planOvertaken ${post.id}`, `keepAsDraft ${post.id}`]);
    await harness.pass(26 * hourMs);
    expect(await shown()).toMatchObject([{ text }]);
  });

  it('that the network does not show asks after a quarter of an hour, and is sent once more at most', async () => {
    const post = write();
    plan(post, hourMs);
    await harness.pass(minuteMs);
    await harness.control.removeObject(harness.target(post).handedOver?.remoteId ?? '');
    await harness.pass(hourMs + 20 * minuteMs);
    const asking = harness.target(post);
    expect(asking).toMatchObject({ state: 'uncertain', question: { code: 'post-not-found' } });
    harness.publishing.answer({ targetId: asking.id, answer: 'not-there' });
    await harness.pass(10 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published' });
    expect(await shown()).toHaveLength(1);
  });
});

describe('an unclear answer to handing over', () => {
  it.each(['slow-after', '500-after', '400-after', 'half-json'])(
    'F35 after %s it is found among what waits there',
    async (mode) => {
      harness.uses.line.timeoutMs = 300;
      await harness.control.fault({ edge: 'POST /{page}/feed', mode, count: 1, delayMs: 600 });
      const post = write({ media: mode === 'slow-after' ? await photos(1) : [] });
      plan(post, 5 * hourMs);
      await harness.pass(15 * minuteMs);
      expect(harness.target(post)).toMatchObject({
        state: 'scheduled',
        attempts: 1,
        handedOver: { remoteId: expect.any(String) },
      });
      expect(await waitingThere()).toHaveLength(1);
    },
  );

  it('asks when nothing like it waits there; a copy found later is removed before it appears', async () => {
    await harness.control.fault({ edge: 'POST /{page}/feed', mode: '500-after', count: 1 });
    await harness.control.fault({
      edge: 'GET /{page}/scheduled_posts',
      mode: 'missing-row',
      count: 20,
    });
    const post = write();
    const [planned] = plan(post, 5 * hourMs);
    await harness.pass(15 * minuteMs);
    const asking = harness.target(post);
    expect(asking).toMatchObject({ state: 'uncertain', question: { code: 'post-not-found' } });
    harness.publishing.answer({ targetId: asking.id, answer: 'not-there' });
    await harness.pass(minuteMs);
    await harness.control.clearFaults();
    expect(await waitingThere()).toHaveLength(2);
    await harness.pass(10 * minuteMs);
    expect(await waitingThere()).toHaveLength(1);
    await harness.pass(Date.parse(planned!.dueAt) + 20 * minuteMs - harness.now());
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 2 });
    expect(await shown()).toHaveLength(1);
  });
});
