import type { GraphFailure, Reaction } from 'graph-api-client';
import { describe, expect, it } from 'vitest';
import { judgeFailure, mayRepeatAfter } from './judge-failure.ts';

const now = 5_000_000;

function failure(reaction: Reaction, change: Partial<GraphFailure> = {}): GraphFailure {
  return { outcome: 'not-done', reaction, meaning: 'x', message: 'words', ...change };
}

function judge(reaction: Reaction, change: Partial<GraphFailure> = {}, tries = 0) {
  return judgeFailure(failure(reaction, change), { now, tries, mediaName: 'tasse.jpg' });
}

describe('what a failure means for its target', () => {
  it('waits for the line without naming a time', () => {
    expect(judge('wait', { offline: true, outcome: 'not-sent' })).toEqual({
      kind: 'hold',
      why: { code: 'offline' },
    });
  });

  it('F40 waits for the sign-in and never fails when the token is dead', () => {
    expect(judge('reconnect')).toEqual({
      kind: 'hold',
      why: { code: 'sign-in' },
      health: 'sign-in',
    });
  });

  it('F39 waits as long as the network asked, else five minutes', () => {
    expect(judge('wait', { retryAfterMs: 70_000 })).toMatchObject({
      why: { code: 'throttled', untilAt: now + 70_000 },
    });
    expect(judge('wait')).toMatchObject({ why: { untilAt: now + 300_000 } });
  });

  it('F48 tells the daily limit from a pause', () => {
    expect(judge('wait', { meaning: 'publishing-limit' })).toMatchObject({
      why: { code: 'daily-limit', untilAt: now + 3_600_000 },
    });
  });

  it('F46 makes a broken container again, but not in a loop', () => {
    expect(judge('rebuild', {}, 0).kind).toBe('again');
    expect(judge('rebuild', {}, 1).kind).toBe('again');
    expect(judge('rebuild', {}, 2)).toMatchObject({
      kind: 'refuse',
      why: { code: 'media-unusable' },
    });
  });

  it('waits for the shop’s own picture storage instead of failing', () => {
    const denied = { meaning: 'picture-store-denied', httpStatus: 403 };
    expect(judge('fix', denied)).toEqual({
      kind: 'hold',
      why: {
        code: 'picture-store',
        params: { trouble: 'denied', detail: 403 },
        untilAt: now + 300_000,
      },
    });
    expect(judge('retry', { meaning: 'picture-store-busy' })).toEqual({ kind: 'again' });
  });

  it('F49 tries an address twice more, then names the picture', () => {
    const unreachable = { meaning: 'media-unreachable' };
    expect(judge('fix', unreachable, 1).kind).toBe('again');
    expect(judge('fix', unreachable, 2)).toMatchObject({
      kind: 'refuse',
      why: { code: 'picture-unreachable', params: { name: 'tasse.jpg' } },
    });
  });

  it.each([
    ['caption-too-long', 'caption-refused'],
    ['aspect-ratio', 'picture-refused'],
    ['video-format', 'video-refused'],
    ['tag-product', 'tag-refused'],
    ['link', 'link-refused'],
    ['bad-parameter', 'refused'],
  ])('F55 points %s at %s', (meaning, code) => {
    expect(judge('fix', { meaning })).toMatchObject({ kind: 'refuse', why: { code } });
  });

  it('takes a used photo as a lost answer of ours, a used text as the merchant’s', () => {
    expect(judge('duplicate', { meaning: 'photo-used' }).kind).toBe('again');
    expect(judge('duplicate', { meaning: 'duplicate-post' }).kind).toBe('refuse');
  });

  it('shows the network’s words to people, not its codes', () => {
    const words = { userMessage: 'La légende est trop longue.' };
    expect(judge('fix', words)).toMatchObject({ why: { params: { message: words.userMessage } } });
  });
});

describe('repeating a visible call under its id', () => {
  it('is allowed after a lost answer and after trouble of the network', () => {
    expect(mayRepeatAfter(failure('retry', { outcome: 'unknown' }))).toBe(true);
    expect(mayRepeatAfter(failure('retry', { code: 2, outcome: 'unknown' }))).toBe(true);
    expect(mayRepeatAfter(failure('gone', { code: 100, subcode: 33 }))).toBe(true);
  });

  it('is not after an answer that judged it', () => {
    expect(mayRepeatAfter(failure('account', { code: 368, outcome: 'unknown' }))).toBe(false);
    expect(mayRepeatAfter(failure('unknown', { code: 24, outcome: 'unknown' }))).toBe(false);
  });
});
