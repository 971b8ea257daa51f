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
const dayMs = 24 * hourMs;

function post(more: Partial<PostFact>): PostFact {
  return harness.write({ accountIds: [harness.instagram.id], ...more });
}

describe('F48 how full a day is', () => {
  it('takes the limit as Instagram told it last, and what other programs published', async () => {
    await harness.control.settings({ publishQuota: 3 });
    // From the phone, say: the studio never hears of it but by the count.
    const client = harness.uses.client();
    const file = await harness.factory.jpeg('phone.jpg', 480, 480);
    const address = await harness.uses.putPublicImage(harness.instagram.id, file);
    const igId = harness.instagram.remoteId;
    const made = await client.createImageContainer({
      igId,
      imageUrl: address.ok ? address.value.url : '',
    });
    harness.tools.advance(minuteMs);
    const containerId = made.ok ? made.value.containerId : '';
    expect(await client.publishContainer({ igId, containerId })).toMatchObject({ ok: true });

    const first = await kinds.find((kind) => kind.name === 'instagram image')!.write(harness);
    harness.publishNow(first);
    await harness.pass(5 * minuteMs);
    expect(harness.target(first).state).toBe('published');
    const at = harness.now() + hourMs;
    expect(harness.publishing.fullDays(post({}), at)).toEqual([]);
    harness.publishing.plan(post({}), at, graceMs);
    const [full] = harness.publishing.fullDays(post({}), at);
    expect(full).toMatchObject({ counts: 'posts', limit: 3, used: 3 });
    // The phone's post is out of the window a day after it was read.
    expect((full?.freeAt ?? 0) - harness.now()).toBeGreaterThan(dayMs - hourMs);
    expect(harness.publishing.fullDays(post({}), full?.freeAt ?? 0)).toEqual([]);
  });

  it('counts thirty reels of a Page, and nothing else of it', () => {
    const accountIds = [harness.facebook.id];
    const at = harness.now() + 2 * dayMs;
    for (let index = 0; index < 30; index += 1) {
      const reel = post({ accountIds, kind: 'reel' });
      harness.publishing.plan(reel, at + index * minuteMs, graceMs);
      harness.publishing.plan(post({ accountIds }), at + index * minuteMs, graceMs);
    }
    expect(harness.publishing.fullDays(post({ accountIds }), at)).toEqual([]);
    const reel = post({ accountIds, kind: 'reel' });
    expect(harness.publishing.fullDays(reel, at)).toEqual([
      {
        accountId: harness.facebook.id,
        network: 'facebook',
        counts: 'reels',
        used: 30,
        limit: 30,
        freeAt: Math.ceil((at + dayMs) / minuteMs) * minuteMs,
      },
    ]);
  });
});
