import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PostFact } from '../../../shared/facts.ts';
import { minuteMs, openHarness, type Harness } from './publishing-harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

async function publish(change: Partial<PostFact> = {}): Promise<PostFact> {
  const post = harness.write({ accountIds: [harness.facebook.id], ...change });
  harness.publishNow(post);
  await harness.pass(minuteMs);
  expect(harness.target(post).state).toBe('published');
  return post;
}

async function picture() {
  const asset = harness.addAsset(await harness.factory.jpeg('arum.jpg', 480, 480, 1));
  return [{ assetId: asset.id, tags: [] }];
}

async function thereNow(post: PostFact): Promise<string | undefined> {
  const read = await harness.uses.client().readPost(harness.target(post).remoteId ?? '');
  return read.ok ? read.value.message : undefined;
}

const idOf = (post: PostFact) => harness.target(post).id;

describe('changing the words of a published post', () => {
  it('customers read the new words, and the studio keeps them, link and all', async () => {
    const link = 'https://maison-rosa.example/arums';
    const post = await publish({ media: await picture(), link });
    harness.publishing.changeText({ targetId: idOf(post), text: 'Dix arums frais' });
    expect(harness.target(post).change).toMatchObject({ kind: 'text', state: 'scheduled' });
    await harness.pass(minuteMs);
    expect(await thereNow(post)).toBe(`Dix arums frais\n\n${link}`);
    expect(harness.target(post).change).toMatchObject({ kind: 'text', state: 'published' });
    expect(harness.uses.told).toEqual([`wordsChanged ${post.id} facebook Dix arums frais`]);
    const [fact] = harness.publishing.listPublished(harness.facebook.id);
    expect(fact?.caption).toBe(`Dix arums frais\n\n${link}`);
  });

  it('may be done again, but not while the first is under way', async () => {
    const post = await publish();
    const change = (text: string) => harness.publishing.changeText({ targetId: idOf(post), text });
    change('Un');
    expect(() => change('Deux')).toThrow('change-running');
    await harness.pass(minuteMs);
    change('Deux');
    await harness.pass(minuteMs);
    expect(await thereNow(post)).toBe('Deux');
  });

  it('waits visibly without a line, and can be left then', async () => {
    const post = await publish();
    harness.uses.line.online = false;
    harness.publishing.changeText({ targetId: idOf(post), text: 'Jamais dit' });
    await harness.pass(minuteMs);
    expect(harness.target(post).change).toMatchObject({
      state: 'waiting',
      reason: { code: 'offline' },
    });
    harness.publishing.cancelChange({ targetId: idOf(post) });
    expect(harness.target(post).change).toBeUndefined();
    harness.uses.line.online = true;
    await harness.pass(minuteMs);
    expect(await thereNow(post)).toBe(post.captions.facebook);
  });

  it('F35 an unclear answer is settled by reading the words', async () => {
    const post = await publish();
    await harness.control.fault({ edge: 'POST /{post}', mode: '500-after', count: 1 });
    harness.publishing.changeText({ targetId: idOf(post), text: 'Dit une fois' });
    await harness.pass(minuteMs);
    expect(harness.target(post).change).toMatchObject({ state: 'published' });
    const edits = (await harness.effects()).filter((effect) => effect.kind === 'edit');
    expect(edits).toHaveLength(1);
  });

  it('Instagram keeps a caption, and a post that is not out has nothing to change', async () => {
    const post = await publish({
      accountIds: [harness.instagram.id],
      media: await picture(),
    });
    const { changeText, deletePublished } = harness.publishing;
    expect(() => changeText({ targetId: idOf(post), text: 'x' })).toThrow(
      'change-unsupported-instagram',
    );
    const planned = harness.write({ accountIds: [harness.facebook.id] });
    harness.publishing.plan(planned, harness.now() + 60 * minuteMs, 0);
    expect(() => changeText({ targetId: idOf(planned), text: 'x' })).toThrow(
      'change-not-published',
    );
    expect(() => deletePublished({ targetId: idOf(planned) })).toThrow('change-not-published');
  });
});

describe('deleting a published post', () => {
  it('takes it off Facebook and keeps its copy', async () => {
    const post = await publish();
    harness.publishing.deletePublished({ targetId: idOf(post) });
    await harness.pass(minuteMs);
    expect(await thereNow(post)).toBeUndefined();
    const target = harness.target(post);
    expect(target).toMatchObject({ state: 'published', removedAt: expect.any(String) });
    expect(target.permalink).toBeDefined();
    expect(() => harness.publishing.deletePublished({ targetId: target.id })).toThrow(
      'change-not-published',
    );
  });

  it('takes it off Instagram', async () => {
    const post = await publish({
      accountIds: [harness.instagram.id],
      media: await picture(),
    });
    harness.publishing.deletePublished({ targetId: idOf(post) });
    await harness.pass(minuteMs);
    expect(harness.target(post).removedAt).toBeDefined();
    const kinds = (await harness.effects()).map((effect) => effect.kind);
    expect(kinds).toEqual(['ig-media', 'delete']);
  });

  it('F36 an answer that says no although it is done: two reads that find nothing settle it', async () => {
    const post = await publish();
    await harness.control.fault({ edge: 'DELETE /{post}', mode: '400-after', count: 1 });
    harness.publishing.deletePublished({ targetId: idOf(post) });
    await harness.pass(2 * minuteMs);
    expect(harness.target(post)).toMatchObject({ removedAt: expect.any(String) });
    expect(harness.target(post).question).toBeUndefined();
  });

  it('what somebody deleted before is deleted', async () => {
    const post = await publish();
    await harness.control.removeObject(harness.target(post).remoteId ?? '');
    harness.publishing.deletePublished({ targetId: idOf(post) });
    await harness.pass(2 * minuteMs);
    expect(harness.target(post)).toMatchObject({ removedAt: expect.any(String) });
  });

  it('what the network keeps refusing fails with a way on, and can be tried again', async () => {
    const post = await publish();
    const edge = 'DELETE /{post}';
    await harness.control.fault({ edge, mode: 'error', code: 1, count: 20 });
    harness.publishing.deletePublished({ targetId: idOf(post) });
    await harness.pass(30 * minuteMs);
    expect(harness.target(post).change).toMatchObject({
      kind: 'deletion',
      state: 'failed',
      reason: { code: 'delete-undone', todo: expect.any(String) },
    });
    expect(harness.target(post).question).toBeUndefined();
    await harness.control.clearFaults();
    harness.publishing.retry({ targetId: idOf(post) });
    await harness.pass(minuteMs);
    expect(harness.target(post).removedAt).toBeDefined();
  });
});
