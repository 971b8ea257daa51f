import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kinds } from './kinds.ts';
import { graceMs, minuteMs, openHarness, type Harness } from './publishing-harness.ts';

let harness: Harness;
beforeEach(async () => {
  harness = await openHarness();
});
afterEach(() => harness.close());

const [facebookText, facebookPhoto, , instagramImage] = kinds;

describe('F33 without a line', () => {
  it('waits with its reason, costs no attempt, and goes out once when the line is back', async () => {
    harness.uses.line.online = false;
    const post = await facebookText!.write(harness);
    harness.publishNow(post);
    await harness.pass(10 * minuteMs);
    expect(harness.target(post)).toMatchObject({
      state: 'waiting',
      attempts: 0,
      reason: { code: 'offline' },
    });
    harness.uses.line.online = true;
    await harness.pass(minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    expect(await harness.effects()).toHaveLength(1);
  });

  it('is missed, not late, when the line comes back after the grace time', async () => {
    harness.uses.line.online = false;
    const post = await facebookText!.write(harness);
    harness.publishNow(post);
    await harness.pass(2 * graceMs);
    expect(harness.target(post).state).toBe('waiting');
    harness.uses.line.online = true;
    await harness.pass(minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'missed', reason: { code: 'missed' } });
    expect(await harness.effects()).toEqual([]);

    harness.publishNow(post);
    await harness.pass(minuteMs);
    expect(harness.target(post).state).toBe('published');
  });
});

describe('F26 a studio that slept', () => {
  it('publishes within the grace time and asks after it', async () => {
    const early = await facebookText!.write(harness);
    const late = harness.write({ accountIds: [harness.facebook.id], caption: 'Lupin' });
    const dueAt = harness.now() + 10 * minuteMs;
    harness.publishing.plan(early, dueAt, graceMs);
    harness.publishing.plan(late, dueAt, 5 * minuteMs);
    harness.tools.advance(40 * minuteMs);
    await harness.pass(minuteMs);
    expect(harness.target(early).state).toBe('published');
    expect(harness.target(late).state).toBe('missed');
    expect(await harness.effects()).toHaveLength(1);
  });

  it('F25 does nothing early for a post two months ahead', async () => {
    const post = await facebookText!.write(harness);
    harness.publishing.plan(post, harness.now() + 60 * 24 * 60 * minuteMs, graceMs);
    await harness.pass(24 * 60 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'scheduled', attempts: 0 });
    await harness.pass(59 * 24 * 60 * minuteMs);
    expect(harness.target(post).state).toBe('published');
  });
});

describe('F40 a token that died', () => {
  it('lets its posts wait, tells the account once, and sends them after signing in', async () => {
    const post = await facebookPhoto!.write(harness);
    const other = await facebookText!.write(harness);
    await harness.control.expireToken({ page: harness.facebook.remoteId, subcode: 460 });
    harness.publishNow(post);
    harness.publishNow(other);
    await harness.pass(5 * minuteMs);
    expect(harness.facebook.health).toBe('sign-in');
    for (const waiting of [post, other]) {
      expect(harness.target(waiting)).toMatchObject({
        state: 'waiting',
        attempts: 0,
        reason: { code: 'sign-in' },
      });
    }
    await harness.control.restoreTokens();
    harness.facebook.health = 'ok';
    harness.publishing.releaseAccount(harness.facebook.id);
    await harness.pass(5 * minuteMs);
    for (const sent of [post, other]) expect(harness.target(sent).state).toBe('published');
    expect(await harness.effects()).toHaveLength(2);
  });

  it('lets them wait too when nobody is signed in', async () => {
    harness.uses.line.tokens = false;
    const post = await facebookText!.write(harness);
    harness.publishNow(post);
    await harness.tick();
    expect(harness.target(post).reason?.code).toBe('sign-in');
  });

  it('names a missing permission', async () => {
    const post = await facebookText!.write(harness);
    const order = { edge: 'POST /{post}', mode: 'perm', permission: 'pages_manage_posts' };
    await harness.control.fault({ ...order, count: 1 });
    harness.publishNow(post);
    await harness.pass(minuteMs);
    expect(harness.target(post)).toMatchObject({
      state: 'waiting',
      reason: { code: 'permission' },
    });
    expect(harness.facebook.health).toBe('permission');
    expect(await harness.effects()).toEqual([]);
  });
});

describe('F39 a network that asks to slow down', () => {
  it('waits as long as it says, while the other account goes on', async () => {
    const slow = await instagramImage!.write(harness);
    const other = await facebookText!.write(harness);
    const edge = 'POST /{ig}/media_publish';
    await harness.control.fault({ edge, mode: 'rate', count: 1, code: 80002, minutes: 12 });
    harness.publishNow(slow);
    harness.publishNow(other);
    await harness.pass(2 * minuteMs);
    expect(harness.target(other).state).toBe('published');
    const { state, reason } = harness.target(slow);
    expect({ state, code: reason?.code }).toEqual({ state: 'waiting', code: 'throttled' });
    const untilMs = Date.parse(reason?.until ?? '') - harness.now();
    expect(untilMs).toBeGreaterThan(9 * minuteMs);
    await harness.pass(15 * minuteMs);
    expect(harness.target(slow).state).toBe('published');
    expect(await harness.effects()).toHaveLength(2);
  });

  it('F48 looks at the daily limit before the intent', async () => {
    await harness.control.settings({ publishQuota: 0 });
    const post = await instagramImage!.write(harness);
    harness.publishNow(post);
    await harness.pass(5 * minuteMs);
    expect(harness.target(post)).toMatchObject({
      state: 'waiting',
      attempts: 0,
      reason: { code: 'daily-limit' },
    });
  });
});

describe('F34 an invisible step that fails', () => {
  it('is tried again without a second visible effect', async () => {
    const edge = 'POST /{page}/photos';
    await harness.control.fault({ edge, mode: '500-after', count: 3 });
    const post = await facebookPhoto!.write(harness);
    harness.publishNow(post);
    await harness.pass(5 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    expect(await harness.effects()).toHaveLength(1);
  });

  it('waits with a reason after six tries and goes on when the network is well again', async () => {
    const edge = 'POST /{page}/feed';
    await harness.control.fault({ edge, mode: '500-before', count: 6 });
    const post = await facebookText!.write(harness);
    harness.publishNow(post);
    await harness.pass(4 * minuteMs);
    expect(harness.target(post)).toMatchObject({
      state: 'waiting',
      reason: { code: 'network-trouble' },
    });
    await harness.pass(5 * minuteMs);
    expect(harness.target(post).state).toBe('published');
  });

  it('does not trip over a hidden post whose answer got lost', async () => {
    await harness.control.fault({ edge: 'POST /{page}/feed', mode: 'reset-after', count: 1 });
    const post = await facebookPhoto!.write(harness);
    harness.publishNow(post);
    await harness.pass(10 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    expect(await harness.effects()).toHaveLength(1);
  });
});

describe('F14 a picture that changed after it was approved', () => {
  it('holds the post, and lets it go when the approved file is back', async () => {
    const file = await harness.factory.jpeg('approved.jpg', 480, 480);
    const approved = await harness.factory.jpeg('copy.jpg', 480, 480);
    const asset = harness.addAsset(file);
    const post = harness.write({
      accountIds: [harness.facebook.id],
      media: [{ assetId: asset.id, tags: [] }],
    });
    const dueAt = harness.now() + 10 * minuteMs;
    harness.publishing.plan(post, dueAt, graceMs);
    await harness.pass(9 * minuteMs);
    writeFileSync(file, 'another picture');
    await harness.pass(2 * minuteMs);
    expect(harness.target(post)).toMatchObject({
      state: 'waiting',
      attempts: 0,
      reason: { code: 'picture-changed' },
    });
    expect(await harness.effects()).toEqual([]);

    harness.factory.keep('approved.jpg', readFileSync(approved));
    await harness.pass(10 * minuteMs);
    expect(harness.target(post).state).toBe('published');
  });
});

describe('Instagram containers', () => {
  it('F45 are waited for, and the post says so after 15 minutes but keeps the container', async () => {
    await harness.control.fault({ edge: 'POST /{ig}/media', mode: 'stuck_processing', count: 1 });
    const post = await instagramImage!.write(harness);
    harness.publishing.plan(post, harness.now(), 3 * graceMs, { now: true });
    await harness.pass(14 * minuteMs);
    expect(harness.target(post).state).toBe('preparing');
    await harness.pass(10 * minuteMs);
    expect(harness.target(post)).toMatchObject({
      state: 'waiting',
      reason: { code: 'instagram-processing' },
    });
    const created = (await harness.control.journal()).filter((entry) =>
      String(entry['path']).endsWith(`/${harness.instagram.remoteId}/media`),
    );
    expect(created).toHaveLength(1);
    expect(await harness.effects()).toEqual([]);
  });

  it('F46 are made anew when they expired before any intent', async () => {
    const post = await instagramImage!.write(harness);
    harness.publishing.plan(post, harness.now() + 15 * minuteMs, 3 * 24 * graceMs);
    await harness.pass(minuteMs);
    expect(harness.target(post).state).toBe('ready');
    harness.uses.line.online = false;
    await harness.pass(26 * 60 * minuteMs);
    harness.uses.line.online = true;
    await harness.pass(5 * minuteMs);
    expect(harness.target(post)).toMatchObject({ state: 'published', attempts: 1 });
    expect(await harness.effects()).toHaveLength(1);
  });
});
