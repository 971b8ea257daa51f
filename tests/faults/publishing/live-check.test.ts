import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LiveCheck } from '../../../shared/contract/publishing.ts';
import type { PostFact } from '../../../shared/facts.ts';
import { kinds } from './kinds.ts';
import { minuteMs, openHarness, type Harness } from './publishing-harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

const hourMs = 60 * minuteMs;

async function published(name: string): Promise<PostFact> {
  const post = await kinds.find((kind) => kind.name === name)!.write(harness);
  harness.publishNow(post);
  for (let second = 0; second < 40 && harness.target(post).state !== 'published'; second += 1) {
    await harness.pass(1_000);
  }
  expect(harness.target(post)).toMatchObject({ state: 'published' });
  return post;
}

const differences = (post: PostFact): LiveCheck['differences'] =>
  harness.target(post).live?.differences ?? [];

describe('a published post that is not as planned', () => {
  it('says which words, and is content again when they are mended', async () => {
    const post = await published('facebook text');
    const postId = harness.target(post).remoteId ?? '';
    const client = harness.uses.client();
    await client.updatePost({ postId, message: 'Autre chose' });
    await harness.pass(2 * minuteMs);
    expect(differences(post)).toMatchObject([
      { field: 'caption', planned: 'Arum d’Éthiopie, 24,90 €', seen: 'Autre chose' },
    ]);
    expect(differences(post)[0]?.text).not.toContain('publishing:');
    await client.updatePost({ postId, message: '  Arum d’Éthiopie,  24,90 €\n' });
    await harness.pass(15 * minuteMs);
    expect(differences(post)).toEqual([]);
    expect(await harness.effects()).toMatchObject([{ kind: 'fb-post' }, {}, {}]);
  });

  it('counts the pictures that are missing, on both networks', async () => {
    const album = await published('facebook photos');
    const [effect] = await harness.effects();
    await harness.control.removeObject(effect?.photoIds?.[1] ?? '');
    const carousel = await published('instagram carousel');
    const client = harness.uses.client();
    const children = await client.shownChildren(harness.target(carousel).remoteId ?? '');
    await harness.control.removeObject((children.ok && children.value[0]?.id) || '');
    await harness.pass(2 * minuteMs);
    expect(differences(album)).toMatchObject([{ field: 'media', planned: '3', seen: '2' }]);
    expect(differences(carousel)).toMatchObject([{ field: 'media', planned: '2', seen: '1' }]);
  });
});

describe('F53 a post that somebody else deleted', () => {
  it('is no longer there after three readings over a day; its history is kept', async () => {
    const post = await published('facebook photo');
    await harness.pass(2 * minuteMs);
    const { remoteId, permalink } = harness.target(post);
    await harness.control.removeObject(remoteId ?? '');
    await harness.pass(36 * hourMs);
    expect(harness.target(post).live).toMatchObject({ isGone: false });
    await harness.pass(24 * hourMs);
    expect(harness.target(post)).toMatchObject({
      state: 'published',
      remoteId,
      permalink,
      live: { isGone: true, differences: [] },
    });
    expect(await harness.effects()).toHaveLength(1);
  });
});

describe('F54 a reading that fails', () => {
  it('leaves the post published, and is made again with patience', async () => {
    const post = await published('facebook text');
    await harness.control.fault({ edge: 'GET /{post}', mode: '500-before', count: 3 });
    await harness.pass(2 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published' });
    expect(harness.target(post).live).toBeUndefined();
    await harness.pass(2 * hourMs);
    expect(await harness.faultHits()).toBe(3);
    expect(harness.target(post).live).toMatchObject({ isGone: false, differences: [] });
  });
});
