import { describe, expect, it } from 'vitest';
import { decideAfterLook } from './decide-after-look.ts';
import type { Patience } from './patience.ts';
import type { Reading } from './recipes/recipe.ts';
import type { ProgressOf } from './target-progress.ts';

const sinceAt = 10_000_000;
const offline: Reading = {
  kind: 'unread',
  failure: { outcome: 'not-sent', reaction: 'wait', meaning: 'offline', message: '' },
};

function uncertain(change: Partial<ProgressOf<'uncertain'>> = {}): ProgressOf<'uncertain'> {
  return {
    state: 'uncertain',
    intentId: 'intent',
    doubt: { sinceAt, repeats: 0 },
    looks: 0,
    mayRepeat: true,
    ...change,
  };
}

function decide(
  progress: ProgressOf<'uncertain'>,
  reading: Reading,
  afterMs: number,
  patience: Patience = 'by-id',
) {
  return decideAfterLook(progress, reading, { now: sinceAt + afterMs, patience });
}

describe('an object known by its id', () => {
  it('is published as soon as one reading says so', () => {
    expect(decide(uncertain(), { kind: 'found', remoteId: '7' }, 5_000)).toEqual({
      kind: 'found',
      remoteId: '7',
      permalink: undefined,
    });
  });

  it('is read at 5, 30 and 120 seconds before the same call is made again', () => {
    const reading: Reading = { kind: 'unpublished' };
    const first = decide(uncertain(), reading, 5_000);
    expect(first).toEqual({ kind: 'look', at: sinceAt + 30_000, counts: true });
    const second = decide(uncertain({ looks: 1 }), reading, 30_000);
    expect(second).toEqual({ kind: 'look', at: sinceAt + 120_000, counts: true });
    expect(decide(uncertain({ looks: 2 }), reading, 120_000)).toEqual({ kind: 'clear' });
  });

  it('pauses after every third call that came to nothing, and asks nobody', () => {
    const progress = (repeats: number) => uncertain({ looks: 2, doubt: { sinceAt, repeats } });
    const pause = { kind: 'clear', pauseUntilAt: sinceAt + 720_000 };
    expect(decide(progress(2), { kind: 'unpublished' }, 120_000)).toEqual(pause);
    expect(decide(progress(3), { kind: 'unpublished' }, 120_000)).toEqual({ kind: 'clear' });
    expect(decide(progress(5), { kind: 'unpublished' }, 120_000)).toEqual(pause);
  });

  it('V5 is read thrice after a long sleep too, before anybody is asked', () => {
    const dayMs = 86_400_000;
    const reading: Reading = { kind: 'unpublished' };
    const first = decide(uncertain(), reading, dayMs);
    expect(first).toEqual({ kind: 'look', at: sinceAt + dayMs + 25_000, counts: true });
    expect(decide(uncertain({ looks: 2 }), reading, dayMs)).toEqual({ kind: 'clear' });
    expect(decide(uncertain(), { kind: 'gone' }, dayMs).kind).toBe('look');
  });

  it('is never called again by itself after the network judged it', () => {
    const progress = uncertain({ looks: 2, mayRepeat: false });
    expect(decide(progress, { kind: 'unpublished' }, 120_000).kind).toBe('ask');
  });

  it('is asked about when its id cannot be read', () => {
    expect(decide(uncertain({ looks: 2 }), { kind: 'gone' }, 120_000)).toMatchObject({
      kind: 'ask',
      code: 'not-found',
    });
  });

  it('is waited for while the network works on it, for 15 minutes', () => {
    const soon = decide(uncertain({ looks: 2 }), { kind: 'in-progress' }, 180_000);
    expect(soon).toEqual({ kind: 'look', at: sinceAt + 210_000, counts: false });
    expect(decide(uncertain(), { kind: 'in-progress' }, 900_000).kind).toBe('ask');
  });
});

describe('an object that has to be searched', () => {
  it('is searched a fourth time after ten minutes, then asked about', () => {
    const none: Reading = { kind: 'none' };
    expect(decide(uncertain({ looks: 2 }), none, 120_000, 'searched')).toMatchObject({
      kind: 'look',
      at: sinceAt + 600_000,
    });
    expect(decide(uncertain({ looks: 3 }), none, 600_000, 'searched').kind).toBe('ask');
  });

  it('is asked about when several fit', () => {
    const progress = uncertain({ looks: 3 });
    expect(decide(progress, { kind: 'several' }, 600_000, 'searched')).toMatchObject({
      code: 'several',
    });
  });
});

describe('a network that cannot be read', () => {
  it('does not count as a reading', () => {
    expect(decide(uncertain(), offline, 5_000)).toMatchObject({ kind: 'look', counts: false });
  });

  it('is no reason to stay silent: after 15 minutes a person is asked, and reading goes on', () => {
    const asked = decide(uncertain(), offline, 15 * 60_000);
    expect(asked).toMatchObject({ kind: 'ask', code: 'unread', counts: false });
    const back = uncertain({ asked: { code: 'unread', at: sinceAt }, looks: 2 });
    expect(decide(back, { kind: 'unpublished' }, 40 * 60_000)).toEqual({ kind: 'clear' });
  });
});
