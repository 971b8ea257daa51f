import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kinds } from './kinds.ts';
import { graceMs, minuteMs, openHarness, type Harness } from './publishing-harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

type Request = { at: string; method: string; path: string };

/** What the network was asked from an instant on, in order. */
async function requestsSince(at: number): Promise<Request[]> {
  const journal = (await harness.control.journal()) as unknown as Request[];
  return journal.filter((entry) => Date.parse(entry.at) >= at);
}

describe('at the due second', () => {
  it.each(kinds)(
    '$name: the first request is the visible one, and it is as planned',
    async (kind) => {
      const post = await kind.write(harness);
      const dueAt = harness.now() + 90 * minuteMs;
      harness.publishing.plan(post, dueAt, graceMs);
      await harness.pass(90 * minuteMs - 1);
      expect(harness.target(post).state).toBe('ready');
      expect(await harness.effects()).toEqual([]);
      expect(await requestsSince(dueAt)).toEqual([]);

      harness.tools.setNow(dueAt);
      await harness.tick();
      const [first, ...rest] = await requestsSince(dueAt);
      const [effect] = await harness.effects();
      expect(`${first?.method} ${first?.path}`).toMatch(visibleCalls[kind.edge] ?? /never/);
      // What follows only reads back what is there.
      expect(rest.filter((request) => request.method !== 'GET')).toEqual([]);
      expect(effect).toMatchObject({ kind: kind.effect });

      await harness.pass(15 * minuteMs);
      const target = harness.target(post);
      expect(target).toMatchObject({ state: 'published', live: { isGone: false } });
      expect(target.live?.differences).toEqual([]);
    },
  );
});

const visibleCalls: Record<string, RegExp> = {
  'POST /{post}': /^POST .*\/\d+_\d+$/,
  'POST /{ig}/media_publish': /^POST .*\/media_publish$/,
  'POST /{video}': /^POST .*\/\d+$/,
  'POST /{page}/video_reels': /^POST .*\/video_reels$/,
  'POST /{page}/photo_stories': /^POST .*\/photo_stories$/,
  'POST /{page}/video_stories': /^POST .*\/video_stories$/,
};

describe('F48 the day’s limit', () => {
  const image = kinds.find((kind) => kind.name === 'instagram image');

  it('is asked ahead, and again only when what was left may be used up', async () => {
    await harness.control.settings({ publishQuota: 2 });
    const posts = [];
    for (const caption of ['Arum', 'Lupin', 'Iris']) {
      const post = await image!.write(harness);
      post.captions.instagram = caption;
      posts.push(post);
    }
    const dueAt = harness.now() + 60 * minuteMs;
    for (const post of posts) harness.publishing.plan(post, dueAt, graceMs);
    await harness.pass(60 * minuteMs);
    const states = posts.map((post) => harness.target(post).state).toSorted();
    expect(states).toEqual(['published', 'published', 'waiting']);
    const asked = (await requestsSince(dueAt)).filter(({ path }) =>
      path.endsWith('/content_publishing_limit'),
    );
    expect(asked).toHaveLength(1);
    const waiting = posts.map((post) => harness.target(post)).find((one) => one.reason);
    expect(waiting).toMatchObject({ attempts: 0, reason: { code: 'daily-limit' } });
    expect(await harness.effects()).toHaveLength(2);
  });
});

describe('a slow upload', () => {
  it('holds up neither the calls of its own account nor those of another', async () => {
    const slow = await kinds.find((kind) => kind.name === 'facebook video')!.write(harness);
    const due = harness.write({ accountIds: [harness.facebook.id], caption: 'Lupin' });
    const other = await image!.write(harness);
    const dueAt = harness.now() + 30 * minuteMs;
    for (const post of [due, other]) harness.publishing.plan(post, dueAt, graceMs);
    await harness.pass(30 * minuteMs - 1);
    harness.uses.line.timeoutMs = 1_500;
    await harness.control.fault({ edge: 'POST /{page}/videos', mode: 'timeout-before', count: 1 });
    harness.publishNow(slow);
    const upload = harness.tick();
    while ((await harness.faultHits()) === 0) await nextTurn();
    harness.tools.setNow(dueAt);
    void harness.tick();
    while ((await harness.effects()).length < 2) await nextTurn();
    expect(harness.target(slow).state).toBe('preparing');
    await harness.control.clearFaults();
    await upload;
  });
});

const image = kinds.find((kind) => kind.name === 'instagram image');
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('F26 ten posts that a sleep held up', () => {
  it('leave one after the other, not in a burst, and none is lost to the grace time', async () => {
    const posts = Array.from({ length: 10 }, (_, index) =>
      harness.write({ accountIds: [harness.facebook.id], caption: `Arum ${index}` }),
    );
    const dueAt = harness.now() + 10 * minuteMs;
    for (const post of posts) harness.publishing.plan(post, dueAt, graceMs);
    harness.tools.advance(40 * minuteMs);
    await harness.tick();
    expect(await harness.effects()).toHaveLength(1);
    await harness.pass(10 * minuteMs);
    const effects = await harness.effects();
    expect(effects).toHaveLength(10);
    const gaps = effects
      .map((effect) => Date.parse(effect.at))
      .flatMap((at, index, all) => (index === 0 ? [] : at - (all[index - 1] ?? 0)));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(29_000);
    for (const post of posts) expect(harness.target(post)).toMatchObject({ state: 'published' });
  });
});
