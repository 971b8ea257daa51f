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

describe('what goes with a picture', () => {
  it('is its alternative text on both networks', async () => {
    const photo = harness.addAsset(await harness.factory.jpeg('alt.jpg', 480, 480));
    const media = [{ assetId: photo.id, alt: 'Un arum blanc en pot', tags: [] }];
    const post = harness.write({ media });
    harness.publishNow(post);
    await harness.pass(2 * minuteMs);
    const [effect] = (await harness.effects()).filter((one) => one.kind === 'fb-post');
    const read = await harness.uses.client().readPhoto(effect?.photoIds?.[0] ?? '');
    expect(read).toMatchObject({ ok: true, value: { altText: 'Un arum blanc en pot' } });
    expect(await sentAlts()).toEqual([
      ['media', 'alt_text', 'Un arum blanc en pot'],
      ['photos', 'alt_text_custom', 'Un arum blanc en pot'],
    ]);
    expect(harness.target(post, harness.instagram).state).toBe('published');
  });

  it('is each picture’s own in a carousel, and nothing in a story', async () => {
    const photos = await Promise.all(
      [1, 2].map(async (seed) =>
        harness.addAsset(await harness.factory.jpeg(`own${seed}.jpg`, 480, 480, seed)),
      ),
    );
    const media = photos.map(({ id }, at) => ({ assetId: id, alt: `Vue ${at + 1}`, tags: [] }));
    const accountIds = [harness.instagram.id];
    harness.publishNow(harness.write({ accountIds, media }));
    await harness.pass(2 * minuteMs);
    expect(await sentAlts()).toEqual([
      ['media', 'alt_text', 'Vue 1'],
      ['media', 'alt_text', 'Vue 2'],
    ]);
    const [last] = (await harness.control.journal()).slice(-1);
    const story = harness.write({ accountIds, kind: 'story', media: media.slice(0, 1) });
    harness.publishNow(story);
    await harness.pass(2 * minuteMs);
    expect(harness.target(story).state).toBe('published');
    expect(await sentAlts(Number(last?.['n']))).toEqual([]);
  });

  /** Which calls carried words for a picture, under which name. */
  async function sentAlts(after = 0): Promise<string[][]> {
    const calls = await harness.control.journal(after);
    const found = calls.flatMap(({ method, path, params }) => {
      if (method !== 'POST') return [];
      const edge = String(path).split('/').at(-1) ?? '';
      const named = Object.entries(params as Record<string, unknown>);
      return named
        .filter(([name]) => name.startsWith('alt_text'))
        .map(([name, text]) => [edge, name, String(text)]);
    });
    return found.toSorted((one, other) => one.join().localeCompare(other.join()));
  }

  it('is its product tags on Instagram, in their places', async () => {
    const client = harness.uses.client();
    const { user, catalogue } = harness.fixture.ready;
    const owner = harness.uses.client(user.token);
    const photo = harness.addAsset(await harness.factory.jpeg('tag.jpg', 600, 600));
    const read = await client.readPhoto(await uploaded(photo.path));
    const imageUrl = read.ok ? (read.value.images[0]?.url ?? '') : '';
    const batch = await owner.upsertItems({
      catalogueId: catalogue.id,
      items: [
        {
          sku: 'ARUM-1',
          title: 'Arum',
          description: 'Blanc',
          isInStock: true,
          imageUrl,
          price: { minorUnits: 2490, currency: 'EUR' },
          brand: 'La Serre',
          link: 'https://laserre.example/arum',
        },
      ],
    });
    expect(batch).toMatchObject({ ok: true, value: { complaints: [] } });
    harness.tools.advance(5 * minuteMs);
    await harness.control.reviewProduct({ retailerId: 'ARUM-1', status: 'approved' });
    const tags = [{ productId: 'ARUM-1', x: 0.25, y: 0.75 }];
    const media = [{ assetId: photo.id, tags }];
    const post = harness.write({ accountIds: [harness.instagram.id], media });
    harness.publishNow(post);
    await harness.pass(2 * minuteMs);
    const target = harness.target(post);
    expect(target, JSON.stringify(target)).toMatchObject({ state: 'published' });
    const shown = await owner.productTags(target.remoteId ?? '');
    expect(shown).toMatchObject({ ok: true, value: [{ name: 'Arum' }] });
    if (shown.ok) expect(shown.value[0]?.x).toBeCloseTo(0.25);
  });

  it('F55 is never left out in silence when a product is unknown there', async () => {
    const photo = harness.addAsset(await harness.factory.jpeg('lost.jpg', 600, 600));
    const media = [{ assetId: photo.id, tags: [{ productId: 'ABSENT-1', x: 0.5, y: 0.5 }] }];
    const post = harness.write({ accountIds: [harness.instagram.id], media });
    harness.publishNow(post);
    await harness.pass(2 * minuteMs);
    expect(harness.target(post)).toMatchObject({
      state: 'failed',
      reason: { code: 'tag-refused' },
    });
    expect(await harness.effects()).toEqual([]);
  });
});

async function uploaded(filePath: string): Promise<string> {
  const pageId = harness.facebook.remoteId;
  const photo = await harness.uses.client().uploadPhoto({ pageId, filePath, temporary: true });
  return photo.ok ? photo.value.photoId : '';
}
