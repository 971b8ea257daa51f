import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf, reactionCases, userMessage } from './reaction-cases.ts';
import { minuteMs, openReactionsStudio, type ReactionsStudio } from './reactions-studio.ts';
import { expectHealth, expectTold, healths } from './told.ts';

let studio: ReactionsStudio;
beforeAll(async () => {
  studio = await openReactionsStudio();
});
afterAll(() => studio.close());
afterEach(() => studio.recover());

const edges = { facebook: 'POST /{page}/feed', instagram: 'POST /{ig}/media' };
const waits: readonly string[] = [...healths, 'daily-limit'];
/** What is tried twice before a person hears of it. */
const patient: readonly string[] = ['media-unreachable'];

/** Reasons whose own words say it all. */
const wordless: readonly string[] = ['picture-unreachable', 'tag-refused', 'duplicate'];

describe.each(reactionCases)('$network $numbers $meaning', (one) => {
  it('costs no attempt: the post is kept and goes out once', async () => {
    const caption = `${one.numbers} ${one.isProof}`;
    const count = patient.includes(one.meaning) ? 3 : 1;
    await studio.practice.control.fault({ ...faultOf(one), edge: edges[one.network], count });
    const postId = studio.publishNow(one.network, caption);
    const target = () => studio.target(postId);
    await studio.passPublishing(count === 1 ? 0 : minuteMs);
    expect(target().attempts).toBe(0);
    expectHealth(studio, one);
    const { state, reason } = target();
    if (one.seen === 'again') {
      expect({ state, reason }).toEqual({ state: 'preparing', reason: undefined });
    } else {
      const held = waits.includes(one.seen);
      expect({ state, code: reason?.code }).toEqual({
        state: held ? 'waiting' : 'failed',
        code: one.seen,
      });
      expectTold((language) => studio.target(postId, language).reason);
      if (!held && !wordless.includes(one.seen)) expect(reason?.text).toContain(userMessage);
      // Reading goes on for what is out already.
      const before = await studio.requests('POST');
      const until = reason?.until === undefined ? undefined : Date.parse(reason.until);
      await studio.passPublishing(until === undefined ? minuteMs : until - studio.now() - 1_000);
      expect(await studio.requests('POST')).toBe(before);
      if (!held) studio.features.publishing.retry({ targetId: target().id });
      if (one.seen === 'sign-in' || one.seen === 'permission') await studio.signIn();
      if (one.seen === 'restricted' || one.seen === 'daily-limit') {
        await studio.signIn();
        studio.features.posts.publishNow(postId);
      }
    }
    await studio.passPublishing(5 * minuteMs);
    expect(target()).toMatchObject({ state: 'published', attempts: 1 });
    expect(await studio.effects(caption)).toBe(1);
  });
});
