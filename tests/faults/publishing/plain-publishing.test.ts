import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { graceMs, minuteMs, openHarness, type Harness } from './publishing-harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

describe('a post that is due', () => {
  it('appears on Facebook with its text and link, not before its time', async () => {
    const post = harness.write({
      accountIds: [harness.facebook.id],
      link: 'https://laserre.example/arum',
    });
    harness.publishing.plan(post, harness.now() + 10 * minuteMs, graceMs);
    await harness.pass(9 * minuteMs + 59_000);
    expect(await harness.effects()).toEqual([]);
    expect(harness.target(post).state).toBe('ready');

    await harness.pass(1_000);
    const effects = await harness.effects();
    expect(effects).toMatchObject([{ kind: 'fb-post' }]);
    const target = harness.target(post);
    expect(target).toMatchObject({ state: 'published', attempts: 1 });
    expect(target.permalink).toContain('/p/');
    const read = await harness.uses.client().readPost(target.remoteId ?? '');
    expect(read).toMatchObject({ ok: true, value: { isPublished: true } });
    expect(harness.tools.heard).toContainEqual(
      expect.objectContaining({ type: 'target-published', remoteId: target.remoteId }),
    );
  });

  it('shows its photos in order on Facebook', async () => {
    const photos = await Promise.all(
      [1, 2, 3].map(async (seed) =>
        harness.addAsset(await harness.factory.jpeg(`p${seed}.jpg`, 800, 800, seed)),
      ),
    );
    const media = photos.map((asset) => ({
      assetId: asset.id,
      alt: `photo ${asset.name}`,
      tags: [],
    }));
    const post = harness.write({ accountIds: [harness.facebook.id], media });
    harness.publishing.plan(post, harness.now(), graceMs, { now: true });
    await harness.pass(minuteMs);
    const [effect, ...rest] = await harness.effects();
    expect(rest).toEqual([]);
    expect(effect?.photoIds).toHaveLength(3);
    const read = await harness.uses.client().readPost(harness.target(post).remoteId ?? '');
    expect(read).toMatchObject({ ok: true, value: { mediaIds: effect?.photoIds } });
  });

  it('appears on Instagram once, as one picture and as a carousel', async () => {
    const photos = await Promise.all(
      [1, 2].map(async (seed) =>
        harness.addAsset(await harness.factory.jpeg(`i${seed}.jpg`, 800, 800, seed)),
      ),
    );
    const media = photos.map((asset) => ({ assetId: asset.id, tags: [] }));
    const accountIds = [harness.instagram.id];
    const single = harness.write({ accountIds, media: media.slice(0, 1), caption: 'Une image' });
    const carousel = harness.write({ accountIds, media, caption: 'Deux images' });
    for (const post of [single, carousel]) {
      harness.publishing.plan(post, harness.now(), graceMs, { now: true });
    }
    await harness.pass(2 * minuteMs);
    for (const post of [single, carousel]) {
      expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    }
    const effects = await harness.effects();
    expect(effects.map((effect) => effect.kind)).toEqual(['ig-media', 'ig-media']);
    expect(harness.target(single).permalink).toBeTruthy();
  });

  it('is followed by its first comment, once', async () => {
    const photo = harness.addAsset(await harness.factory.jpeg('c.jpg', 800, 800));
    const post = harness.write({
      media: [{ assetId: photo.id, tags: [] }],
      firstComment: 'Livraison offerte dès 50 €',
    });
    harness.publishing.plan(post, harness.now(), graceMs, { now: true });
    await harness.pass(3 * minuteMs);
    for (const account of [harness.facebook, harness.instagram]) {
      expect(harness.target(post, account)).toMatchObject({
        state: 'published',
        firstComment: 'sent',
      });
    }
    const comments = (await harness.effects()).filter((effect) => effect.kind === 'comment');
    expect(comments).toHaveLength(2);
    expect(comments.map((comment) => comment.text)).toEqual([
      'Livraison offerte dès 50 €',
      'Livraison offerte dès 50 €',
    ]);
  });
});
