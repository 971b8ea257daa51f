import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf, reactionCases, userMessage, type ReactionCase } from './reaction-cases.ts';
import { hourMs, minuteMs, openReactionsStudio, type ReactionsStudio } from './reactions-studio.ts';
import { expectHealth, expectTold, healths } from './told.ts';

let studio: ReactionsStudio;
beforeAll(async () => {
  studio = await openReactionsStudio();
});
afterAll(() => studio.close());
afterEach(() => studio.recover());

const edges = { facebook: 'POST /{post}', instagram: 'POST /{ig}/media_publish' };

/** A post whose visible call is answered with the case's error. */
async function publish(one: ReactionCase, when: 'before' | 'after') {
  const caption = `${one.numbers} ${one.isProof} ${when}`;
  await studio.practice.control.fault({ ...faultOf(one), edge: edges[one.network], when });
  const postId = studio.publishNow(one.network, caption);
  await studio.untilAnswered(postId);
  const target = () => studio.target(postId);
  return { postId, caption, target, effects: () => studio.effects(caption) };
}

/** Nothing at all is asked of the network until then. */
async function passInSilence(ms: number): Promise<void> {
  const before = await studio.requests();
  await studio.passPublishing(ms);
  expect(await studio.requests()).toBe(before);
}

describe.each(reactionCases.filter((one) => one.isProof))('$network $numbers $meaning', (one) => {
  it('shows that nothing happened: the post is kept and goes out once', async () => {
    const { postId, target, effects } = await publish(one, 'before');
    expectHealth(studio, one);
    if (one.seen !== 'again') {
      expect(await effects()).toBe(0);
      const { state, reason } = target();
      const isHeld = [...healths, 'daily-limit'].includes(one.seen);
      expect({ state, code: reason?.code }).toEqual({
        state: isHeld ? 'waiting' : 'failed',
        code: one.seen,
      });
      expectTold((language) => studio.target(postId, language).reason);
      if (!isHeld) expect(reason?.text).toContain(userMessage);
      const untilMs = reason?.until === undefined ? 0 : Date.parse(reason.until) - studio.now();
      await passInSilence(untilMs === 0 ? 30 * minuteMs : untilMs - 1_000);
      await mend(one, postId);
    }
    await studio.passPublishing(5 * minuteMs);
    expect(target().state).toBe('published');
    expect(await effects()).toBe(1);
    expect(studio.account(one.network).health).toBe('ok');
  });
});

async function mend(one: ReactionCase, postId: string): Promise<void> {
  const { features, target } = studio;
  if (one.seen === 'sign-in' || one.seen === 'permission') return studio.signIn();
  if (one.seen === 'throttled') return;
  if (one.seen !== 'daily-limit') {
    features.publishing.retry({ targetId: target(postId).id });
    return;
  }
  // A day's limit may outlast the time that a post may be late: then the person says when.
  await studio.passPublishing(2_000);
  expect(target(postId).state).toBe('missed');
  features.posts.publishNow(postId);
}

describe.each(reactionCases.filter((one) => !one.isProof))('$network $numbers $meaning', (one) => {
  it('proves nothing: what was published all the same is found and not sent again', async () => {
    const { target, effects } = await publish(one, 'after');
    expect(target().state).toBe('uncertain');
    expectHealth(studio, one);
    if (one.seen === 'sign-in') await studio.signIn();
    await studio.passPublishing(one.seen === 'throttled' ? 20 * minuteMs : minuteMs);
    expect(target()).toMatchObject({ state: 'published', attempts: 1 });
    expect(await effects()).toBe(1);
  });

  it('proves nothing: what is hidden goes out once, and a person decides where needed', async () => {
    const { postId, target, effects } = await publish(one, 'before');
    expect(target().state).toBe('uncertain');
    expectHealth(studio, one);
    // A pause may end just before a person would be asked: then the id is read first.
    await studio.passPublishing((one.seen === 'throttled' ? 20 : 16) * minuteMs);
    if (!one.isRepeated) {
      expectTold((language) => studio.target(postId, language).question);
      await studio.passPublishing(hourMs);
      const code = one.seen === 'sign-in' ? 'post-unread' : 'post-not-visible';
      expect(target()).toMatchObject({ state: 'uncertain', question: { code } });
      expect([target().attempts, await effects()]).toEqual([1, 0]);
      if (one.seen === 'sign-in' || one.seen === 'permission') await studio.signIn();
      studio.features.publishing.answer({ targetId: target().id, answer: 'not-there' });
      await studio.passPublishing(5 * minuteMs);
    }
    expect(target()).toMatchObject({ state: 'published', attempts: 2 });
    expect(await effects()).toBe(1);
  });
});
