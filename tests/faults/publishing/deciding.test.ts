import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPublishing } from '../../../core/publishing/service.ts';
import { kinds } from './kinds.ts';
import { graceMs, minuteMs, openHarness, type Harness } from './publishing-harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

const [facebookText, , , instagramImage] = kinds;
const judged = { mode: 'policy', count: 1, code: 368 };

describe('F19 two who want to publish at once', () => {
  it('make one call between two engines on one library', async () => {
    const { tools, uses } = harness;
    const second = createPublishing(tools, uses, { atPoint: () => {} });
    const posts = [];
    for (let index = 0; index < 8; index++) {
      const caption = `Course ${index}`;
      const post = harness.write({ accountIds: [harness.facebook.id], caption });
      harness.publishing.plan(post, harness.now() + 20_000 + index, graceMs);
      posts.push(post);
    }
    await Promise.all([harness.tick(), second.tick(harness.now())]);
    harness.tools.advance(30_000);
    const engines = [harness.publishing, second, harness.publishing, second];
    await Promise.all(engines.map((engine) => engine.tick(harness.now())));
    await harness.pass(20 * minuteMs);
    await second.close();
    for (const post of posts) expect(harness.target(post).state).toBe('published');
    const texts = (await harness.effects()).map((effect) => effect.text);
    expect(texts.toSorted()).toEqual(posts.map((_, index) => `Course ${index}`));
  });

  it('tells “publish now” that the call is already on its way', async () => {
    const post = await facebookText!.write(harness);
    await harness.control.fault({ edge: 'POST /{post}', mode: 'reset-after', count: 1 });
    harness.publishNow(post);
    await harness.tick();
    expect(harness.target(post).state).toBe('uncertain');
    expect(() => harness.publishNow(post)).toThrow('already-publishing');
    await harness.pass(minuteMs);
    expect(await harness.effects()).toHaveLength(1);
  });
});

describe('a person who is asked', () => {
  async function ask(kind = facebookText!) {
    const post = await kind.write(harness);
    await harness.control.fault({ edge: kind.edge, ...judged });
    harness.publishNow(post);
    await harness.pass(5 * minuteMs);
    const target = harness.target(post);
    expect(target.question).toMatchObject({ code: 'post-not-visible' });
    expect(target.question?.openUrl).toContain('/pages/');
    return { post, target };
  }

  it('says that it is not there: it is published at once under a new intent', async () => {
    const { post, target } = await ask();
    await harness.pass(3 * graceMs);
    harness.publishing.answer({ targetId: target.id, answer: 'not-there', clientId: 'one' });
    harness.publishing.answer({ targetId: target.id, answer: 'not-there', clientId: 'one' });
    await harness.pass(minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 2 });
    expect(harness.target(post).intentId).not.toBe(target.intentId);
    expect(await harness.effects()).toHaveLength(1);
  });

  it('says that it is there: it is never sent again', async () => {
    const { post, target } = await ask(instagramImage);
    harness.publishing.answer({ targetId: target.id, answer: 'there' });
    await harness.pass(60 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    expect(await harness.effects()).toEqual([]);
  });

  it('wants another look, and is asked again when it shows nothing', async () => {
    const { post, target } = await ask();
    harness.publishing.answer({ targetId: target.id, answer: 'look-again' });
    expect(harness.target(post).question).toBeUndefined();
    await harness.pass(5 * minuteMs);
    expect(harness.target(post).question).toBeDefined();
    expect(await harness.effects()).toEqual([]);
  });

  it('is not needed any more when the network shows it after all', async () => {
    const { post } = await ask();
    const handle = harness.tools.db
      .prepare<[], { handle: string }>('SELECT handle FROM intents')
      .get()?.handle;
    await harness.uses.client().publishPost(handle ?? '');
    await harness.pass(30 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    expect(await harness.effects()).toHaveLength(1);
  });

  it('cannot answer what was not asked', async () => {
    const post = await facebookText!.write(harness);
    harness.publishNow(post);
    await harness.pass(minuteMs);
    const { id: targetId } = harness.target(post);
    const answer = () => harness.publishing.answer({ targetId, answer: 'not-there' });
    expect(answer).toThrow('target-not-asking');
    expect(() => harness.publishing.retry({ targetId })).toThrow('target-not-retryable');
  });

  it('V4 is asked within 15 minutes when the network cannot be read at all', async () => {
    const post = await facebookText!.write(harness);
    await harness.control.fault({ edge: 'POST /{post}', mode: 'reset-before', count: 1 });
    harness.publishNow(post);
    await harness.tick();
    harness.uses.line.online = false;
    await harness.pass(16 * minuteMs);
    expect(harness.target(post).question?.code).toBe('post-unread');
    // V5 Once the line is back its id answers, and nobody needs to.
    harness.uses.line.online = true;
    await harness.pass(10 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 2 });
    expect(await harness.effects()).toHaveLength(1);
  });
});

describe('a change of mind', () => {
  it('cancels before the call and removes the hidden post', async () => {
    const post = await facebookText!.write(harness);
    harness.publishing.plan(post, harness.now() + minuteMs, graceMs);
    await harness.tick();
    expect(harness.target(post).state).toBe('ready');
    const step = harness.tools.db
      .prepare<[], { id: string }>(`SELECT remote_id AS id FROM remote_steps WHERE name = 'post'`)
      .get();
    harness.publishing.cancel(post.id);
    await harness.pass(10 * minuteMs);
    expect(harness.target(post).state).toBe('cancelled');
    expect(await harness.effects()).toEqual([]);
    const read = await harness.uses.client().readPost(step?.id ?? '');
    expect(read).toMatchObject({ ok: false, failure: { reaction: 'gone' } });
  });

  it('F52 publishes the words as they were edited before the call', async () => {
    const post = await facebookText!.write(harness);
    harness.publishing.plan(post, harness.now() + minuteMs, graceMs);
    await harness.tick();
    post.captions = { facebook: 'Corrigé', instagram: 'Corrigé' };
    await harness.pass(5 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    expect((await harness.effects()).map((effect) => effect.text)).toEqual(['Corrigé']);
  });

  it('F52 keeps the frozen copy once a call was made', async () => {
    const post = await facebookText!.write(harness);
    await harness.control.fault({ edge: 'POST /{post}', mode: 'reset-before', count: 1 });
    harness.publishNow(post);
    await harness.tick();
    post.captions = { facebook: 'Trop tard', instagram: 'Trop tard' };
    await harness.pass(10 * minuteMs);
    const texts = (await harness.effects()).map((effect) => effect.text);
    expect(texts).toEqual(['Arum d’Éthiopie, 24,90 €']);
  });

  it('moves a post to another hour', async () => {
    const post = await facebookText!.write(harness);
    harness.publishing.plan(post, harness.now() + minuteMs, graceMs);
    await harness.tick();
    harness.publishing.plan(post, harness.now() + 120 * minuteMs, graceMs);
    await harness.pass(119 * minuteMs);
    expect(await harness.effects()).toEqual([]);
    await harness.pass(2 * minuteMs);
    expect(await harness.effects()).toHaveLength(1);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
  });

  it('takes an account out of a post', async () => {
    const post = harness.write();
    harness.publishing.plan(post, harness.now() + 90 * minuteMs, graceMs);
    expect(harness.publishing.list({ postId: post.id })).toHaveLength(2);
    post.accountIds = [harness.facebook.id];
    harness.publishing.plan(post, harness.now() + 90 * minuteMs, graceMs);
    expect(harness.publishing.list({ postId: post.id })).toHaveLength(1);
  });
});

describe('a post that the network refuses', () => {
  it('fails with its reason and can be tried again after mending', async () => {
    const post = harness.write({ accountIds: [harness.instagram.id] });
    harness.publishNow(post);
    await harness.tick();
    expect(harness.target(post)).toMatchObject({
      state: 'failed',
      reason: { code: 'media-needed' },
    });
    const asset = harness.addAsset(await harness.factory.jpeg('mend.jpg', 480, 480));
    post.media = [{ assetId: asset.id, tags: [] }];
    harness.publishing.retry({ targetId: harness.target(post).id });
    await harness.pass(minuteMs);
    expect(harness.target(post).state).toBe('published');
  });

  it('names the picture whose shape Instagram does not take', async () => {
    const asset = harness.addAsset(await harness.factory.jpeg('bandeau.jpg', 1600, 400));
    const media = [{ assetId: asset.id, tags: [] }];
    const post = harness.write({ accountIds: [harness.instagram.id], media });
    harness.publishNow(post);
    await harness.pass(5 * minuteMs);
    const { state, reason } = harness.target(post);
    expect({ state, code: reason?.code }).toEqual({ state: 'failed', code: 'picture-refused' });
    expect(reason?.text).toContain('bandeau.jpg');
    expect(await harness.effects()).toEqual([]);
  });
});

describe('F54 what comes after', () => {
  it('stays published when its address cannot be read, and has it later', async () => {
    const post = await instagramImage!.write(harness);
    await harness.control.fault({ edge: 'GET /{media}', mode: '500-before', count: 2 });
    harness.publishNow(post);
    await harness.pass(10_000);
    expect(harness.target(post).state).toBe('published');
    expect(harness.target(post).permalink).toBeUndefined();
    await harness.pass(5 * minuteMs);
    expect(harness.target(post).permalink).toBeTruthy();
  });

  it('hands the inbox what was published', async () => {
    const post = await instagramImage!.write(harness);
    harness.publishNow(post);
    await harness.pass(minuteMs);
    const remoteId = harness.target(post).remoteId ?? '';
    expect(harness.publishing.readPublished(harness.instagram.id, remoteId)).toMatchObject({
      postId: post.id,
      title: 'Arum d’Éthiopie, 24,90 €',
    });
    expect(harness.publishing.listPublished(harness.instagram.id)).toHaveLength(1);
    expect(harness.publishing.counts()).toMatchObject({ published: 1, scheduled: 0, asking: 0 });
  });
});
