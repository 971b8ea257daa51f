import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PostFact } from '../../../shared/facts.ts';
import { kinds } from './kinds.ts';
import { graceMs, minuteMs, openHarness, type Harness } from './publishing-harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

const hourMs = 60 * minuteMs;
type Request = { method: string; path: string; status: number; params: Record<string, string> };

function write(name: string): Promise<PostFact> {
  return kinds.find((kind) => kind.name === name)!.write(harness);
}

async function requests(method: string, end: string): Promise<Request[]> {
  const journal = (await harness.control.journal()) as unknown as Request[];
  return journal.filter((entry) => entry.method === method && entry.path.endsWith(end));
}

const containers = () => requests('POST', `/${harness.instagram.remoteId}/media`);

describe('a post that is moved after it was made ready', () => {
  it.each(['instagram image', 'instagram carousel', 'facebook photo'])(
    '%s keeps what will still live, and makes anew what will not',
    async (name) => {
      const post = await write(name);
      const dueAt = harness.now() + 15 * minuteMs;
      harness.publishing.plan(post, dueAt, graceMs);
      await harness.pass(10 * minuteMs);
      const uploads = () =>
        name.startsWith('instagram') ? containers() : requests('POST', '/photos');
      const first = (await uploads()).length;
      harness.publishing.plan(post, dueAt + 30 * minuteMs, graceMs);
      await harness.pass(20 * minuteMs);
      expect(await uploads()).toHaveLength(first);

      harness.publishing.plan(post, dueAt + 23 * hourMs, graceMs);
      await harness.pass(24 * hourMs);
      expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
      expect(await uploads()).toHaveLength(2 * first);
      expect(await harness.effects()).toHaveLength(1);
    },
  );
});

describe('F49 a picture that Instagram cannot fetch', () => {
  const trouble = { edge: 'POST /{ig}/media', mode: 'error', code: 9004, subcode: 2207052 };

  it('is offered again twice', async () => {
    await harness.control.fault({ ...trouble, count: 2 });
    const post = await write('instagram image');
    harness.publishNow(post);
    await harness.pass(5 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    expect(await containers()).toHaveLength(3);
  });

  it('is named after the third time', async () => {
    await harness.control.fault({ ...trouble, count: 3 });
    const post = await write('instagram image');
    harness.publishNow(post);
    await harness.pass(10 * minuteMs);
    const { state, reason } = harness.target(post);
    expect({ state, code: reason?.code }).toEqual({ state: 'failed', code: 'picture-unreachable' });
    expect(reason?.text).toContain('k0.jpg');
    expect(await containers()).toHaveLength(3);
    expect(await harness.effects()).toEqual([]);
  });
});

describe('what a cancelled post left on the network', () => {
  it('is removed there: the hidden post and its photos', async () => {
    const post = await write('facebook photos');
    harness.publishing.plan(post, harness.now() + 10 * minuteMs, graceMs);
    await harness.pass(9 * minuteMs);
    const made = harness.tools.db
      .prepare<[], { remote_id: string }>('SELECT remote_id FROM remote_steps')
      .all();
    expect(made).toHaveLength(4);
    harness.publishing.cancel(post.id);
    await harness.pass(5 * minuteMs);
    for (const { remote_id: id } of made) {
      expect(await requests('DELETE', `/${id}`)).toHaveLength(1);
    }
    expect(await harness.effects()).toEqual([]);
  });

  it('stays when it may be what customers see', async () => {
    await harness.control.fault({ edge: 'POST /{post}', mode: 'reset-after', count: 1 });
    const post = await write('facebook photos');
    harness.publishNow(post);
    await harness.pass(30 * minuteMs);
    expect(harness.target(post).state).toBe('published');
    harness.publishing.cancel(post.id);
    await harness.pass(30 * minuteMs);
    const journal = (await harness.control.journal()) as unknown as Request[];
    expect(journal.filter((entry) => entry.method === 'DELETE')).toEqual([]);
  });
});

describe('what goes with a post on Instagram', () => {
  it('is its co-authors, and the frame or the picture that stands for a reel', async () => {
    const single = await write('instagram image');
    const carousel = await write('instagram carousel');
    const reel = await write('instagram reel');
    const covered = await write('instagram reel');
    for (const post of [single, carousel]) post.collaborators = ['@mug.co', 'lyonfleurs'];
    reel.coverMs = 1500;
    const cover = harness.addAsset(await harness.factory.jpeg('cover.jpg', 540, 960));
    covered.coverAssetId = cover.id;
    for (const [index, post] of [single, carousel, reel, covered].entries()) {
      post.captions.instagram = `Post ${index}`;
      harness.publishNow(post);
    }
    await harness.pass(5 * minuteMs);
    for (const post of [single, carousel, reel, covered]) {
      expect(harness.target(post)).toMatchObject({
        state: 'published',
        live: { differences: [] },
      });
    }
    const client = harness.uses.client();
    const invited = await client.collaborators(harness.target(carousel).remoteId ?? '');
    expect(invited.ok && invited.value.map((one) => one.username)).toEqual([
      'mug.co',
      'lyonfleurs',
    ]);
    const made = (await containers()).filter(({ params }) => params['media_type'] === 'REELS');
    const covers = made.map(({ params }) => [
      Number(params['thumb_offset'] ?? 0),
      Boolean(params['cover_url']),
    ]);
    expect(covers.toSorted()).toEqual([
      [0, true],
      [1500, false],
    ]);
  });
});
