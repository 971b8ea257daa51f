import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../shared/contract/problem.ts';
import { faultOf, reactionCases, userMessage } from './reaction-cases.ts';
import { openReactionsStudio, type ReactionsStudio } from './reactions-studio.ts';
import { expectTold } from './told.ts';

let studio: ReactionsStudio;
beforeAll(async () => {
  studio = await openReactionsStudio();
});
afterAll(() => studio.close());

describe.each(reactionCases)('$network $numbers $meaning', (one) => {
  it('is told when signing in, which leaves the accounts as they were', async () => {
    const before = studio.network.accounts.list({ language: 'en' });
    await studio.practice.control.fault({ ...faultOf(one), edge: 'GET /me' });
    const problem = await studio.signIn().catch((error: unknown) => error);
    if (!(problem instanceof Problem)) throw new Error(`no problem but ${String(problem)}`);
    // What ends by itself is not the token's fault.
    const isForNow = one.isTrouble || ['throttled', 'daily-limit'].includes(one.seen);
    expect(problem.code).toBe(isForNow ? 'network-unreachable' : 'token-refused');
    const words = (language: 'fr' | 'en') => studio.foundation.answers.describe(problem, language);
    expectTold((language) => ({ text: words(language).what, todo: words(language).todo }));
    expect(words('fr').title).not.toBe(words('en').title);
    if (!isForNow) expect(words('en').what).toContain(userMessage);
    expect(studio.network.accounts.list({ language: 'en' })).toEqual(before);
    await studio.signIn();
  });
});
