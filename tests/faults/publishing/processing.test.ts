import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kinds, type Kind } from './kinds.ts';
import { graceMs, minuteMs, openHarness, type Harness } from './publishing-harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

function kindOf(name: string): Kind {
  const kind = kinds.find((one) => one.name === name);
  if (!kind) throw new Error(name);
  return kind;
}

async function callsTo(method: string, end: string): Promise<Record<string, unknown>[]> {
  const journal = await harness.control.journal();
  return journal.filter(
    (entry) => entry['method'] === method && String(entry['path']).endsWith(end),
  );
}

describe('F50 a reel', () => {
  it('counts as published only when its status says so', async () => {
    await harness.control.settings({ processing: 'real' });
    const post = await kindOf('facebook reel').write(harness);
    harness.publishNow(post);
    await harness.tick();
    expect(harness.target(post)).toMatchObject({ state: 'publishing', attempts: 1 });
    expect(await harness.effects()).toEqual([]);
    await harness.pass(10 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    expect((await harness.effects()).map((effect) => effect.kind)).toEqual(['fb-reel']);
  });

  it('is still waited for after a restart in the middle', async () => {
    await harness.control.settings({ processing: 'real' });
    const post = await kindOf('facebook reel').write(harness);
    harness.publishNow(post);
    await harness.tick();
    harness.restart();
    expect(harness.target(post).state).toBe('uncertain');
    await harness.pass(10 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    expect(await harness.effects()).toHaveLength(1);
  });
});

describe('F50 a reel that the network never gets through with', () => {
  it('is asked about, and never sent as a second one by whoever says it is not there', async () => {
    await harness.control.fault({ edge: '*', mode: 'stuck_processing', count: 20 });
    const post = await kindOf('facebook reel').write(harness);
    harness.publishNow(post);
    await harness.pass(20 * minuteMs);
    const target = harness.target(post);
    expect(target.question?.code).toBe('post-in-progress');
    harness.publishing.answer({ targetId: target.id, answer: 'not-there' });
    await harness.pass(20 * minuteMs);
    const calls = await callsTo('POST', '/video_reels');
    const phases = calls.map((call) => (call['params'] as { upload_phase: string }).upload_phase);
    expect(phases).toEqual(['start', 'finish', 'finish']);
  });
});

describe('F50 a film as a story', () => {
  it('counts as published only when the Page shows it', async () => {
    await harness.control.settings({ processing: 'real' });
    const post = await kindOf('facebook video story').write(harness);
    harness.publishNow(post);
    await harness.tick();
    expect(harness.target(post)).toMatchObject({ state: 'publishing', attempts: 1 });
    expect(await harness.effects()).toEqual([]);
    await harness.pass(10 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    expect((await harness.effects()).map((effect) => effect.kind)).toEqual(['fb-story']);
  });
});

describe('F80 a video whose upload breaks', () => {
  it('goes on under the same id', async () => {
    const edge = 'POST /{page}/videos';
    await harness.control.fault({ edge, mode: 'reset-before', count: 1, skip: 1 });
    const post = await kindOf('facebook video').write(harness);
    harness.publishNow(post);
    await harness.pass(10 * minuteMs);
    expect(await harness.faultHits()).toBe(1);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    expect(await harness.effects()).toHaveLength(1);
    // Started once, sent again, finished once.
    expect(await callsTo('POST', '/videos')).toHaveLength(4);
  });
});

describe('F47 a carousel of which one picture fails', () => {
  it('makes only that one again', async () => {
    const edge = 'POST /{ig}/media';
    const trouble = { mode: 'error', code: -1, subcode: 2207032, count: 1, skip: 1 };
    await harness.control.fault({ edge, ...trouble });
    const post = await kindOf('instagram carousel').write(harness);
    harness.publishNow(post);
    await harness.pass(5 * minuteMs);
    expect(await harness.faultHits()).toBe(1);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    // Two pictures, one of them twice, and the carousel itself.
    expect(await callsTo('POST', `/${harness.instagram.remoteId}/media`)).toHaveLength(4);
    expect(await harness.effects()).toHaveLength(1);
  });
});

describe('a container that Instagram calls not ready', () => {
  it('is published by a second call, because nothing had happened', async () => {
    const edge = 'POST /{ig}/media_publish';
    await harness.control.fault({ edge, mode: 'error', code: 9007, subcode: 2207027, count: 1 });
    const post = await kindOf('instagram image').write(harness);
    harness.publishNow(post);
    await harness.pass(2 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 2 });
    expect(await harness.effects()).toHaveLength(1);
  });
});

describe('F46 a container that expired after an unclear call', () => {
  it('is never replaced by itself: a person is asked, and their word makes a new one', async () => {
    const edge = 'POST /{ig}/media_publish';
    await harness.control.fault({ edge, mode: 'reset-before', count: 1 });
    const post = await kindOf('instagram image').write(harness);
    harness.publishing.plan(post, harness.now(), 100 * graceMs, { now: true });
    while (harness.target(post).state !== 'uncertain') await harness.pass(1_000);
    harness.uses.line.online = false;
    await harness.pass(25 * 60 * minuteMs);
    harness.uses.line.online = true;
    await harness.pass(30 * minuteMs);
    const target = harness.target(post);
    expect(target).toMatchObject({ state: 'uncertain', attempts: 1 });
    expect(target.question).toBeDefined();
    expect(await harness.effects()).toEqual([]);

    harness.publishing.answer({ targetId: target.id, answer: 'not-there' });
    await harness.pass(5 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 2 });
    expect(await harness.effects()).toHaveLength(1);
  });
});

describe('a stranger’s picture that is newer than ours', () => {
  it('is never taken for ours', async () => {
    const mine = await kindOf('instagram image').write(harness);
    const edge = 'POST /{ig}/media_publish';
    await harness.control.fault({ edge, mode: 'reset-after', count: 1 });
    harness.publishNow(mine);
    while (harness.target(mine).state !== 'uncertain') await harness.pass(1_000);
    const other = harness.write({ accountIds: [harness.instagram.id], media: mine.media });
    other.captions = { facebook: '', instagram: 'Publié depuis le téléphone' };
    harness.publishNow(other);
    await harness.pass(5 * minuteMs);
    const [first, second] = await harness.effects();
    expect(harness.target(mine).remoteId).toBe(first?.objectId);
    expect(harness.target(other).remoteId).toBe(second?.objectId);
  });
});
