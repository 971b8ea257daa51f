import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handedOf } from './hand-on.ts';
import { nextProgress, type TargetEvent } from './next-progress.ts';
import { targetProgress, type TargetProgress } from './target-progress.ts';

const at = 1_000_000;
const handed = { remoteId: '9_1', at, publishAt: at + 3_600_000 };
const why = { code: 'offline' };

const events: Record<string, TargetEvent> = {
  claimed: { type: 'claimed', bootId: 'boot' },
  prepared: { type: 'prepared' },
  intended: { type: 'intended', intentId: 'intent', bootId: 'boot' },
  doubted: { type: 'doubted', at, mayRepeat: false },
  asked: { type: 'asked', code: 'not-found', at },
  denied: { type: 'denied', bootId: 'boot', keepsId: false },
  handed: { type: 'handed', handed },
  move: { type: 'recalled', aim: 'plan' },
  cancel: { type: 'recalled', aim: 'cancel' },
  kept: { type: 'kept', code: 'take-back-failed', message: 'No' },
  back: { type: 'taken-back' },
  unseen: { type: 'unseen', intentId: 'intent', at },
  published: { type: 'published' },
  planned: { type: 'planned' },
  cancelled: { type: 'cancelled' },
  late: { type: 'late' },
  held: { type: 'held', why },
  refused: { type: 'refused', why },
};

function run(...names: (keyof typeof events)[]): TargetProgress {
  return names.reduce<TargetProgress>(
    (progress, name) => {
      const step = nextProgress(progress, events[name]!);
      if (!step.accepted) throw new Error(`${name} was refused in ${progress.state}`);
      return step.progress;
    },
    { state: 'scheduled' },
  );
}

const handOver = ['claimed', 'prepared', 'intended', 'handed'];

describe('a target that the network has', () => {
  it('is scheduled, and nothing here claims, cancels, moves or misses it', () => {
    const there = run(...handOver);
    expect(there).toEqual({ state: 'scheduled', handed });
    for (const name of ['claimed', 'planned', 'cancelled', 'late', 'held', 'refused']) {
      expect(nextProgress(there, events[name]!)).toEqual({ progress: there, accepted: false });
    }
  });

  it('waits while it is taken back, for the last thing that was wanted', () => {
    expect(run(...handOver, 'move', 'back')).toEqual({ state: 'scheduled' });
    expect(run(...handOver, 'move', 'cancel', 'back')).toEqual({ state: 'cancelled' });
    expect(run(...handOver, 'cancel', 'move', 'back')).toEqual({ state: 'scheduled' });
  });

  it('says that it was not given back, and may be asked for again', () => {
    const kept = run(...handOver, 'move', 'kept');
    expect(kept).toMatchObject({
      state: 'waiting',
      why: { code: 'take-back-failed', params: { message: 'No' } },
      aim: 'plan',
    });
    expect(run(...handOver, 'move', 'kept', 'move', 'back')).toEqual({ state: 'scheduled' });
  });

  it('is published from wherever it stands, and uncertain when nobody sees it', () => {
    expect(run(...handOver, 'published').state).toBe('published');
    expect(run(...handOver, 'cancel', 'published').state).toBe('published');
    const unseen = run(...handOver, 'unseen');
    expect(unseen).toMatchObject({ state: 'uncertain', intentId: 'intent', mayRepeat: false });
    expect(run(...handOver, 'unseen', 'asked', 'denied').state).toBe('preparing');
  });

  it('is never made a second time before the first is taken back or denied', () => {
    const names = fc.array(fc.constantFrom(...Object.keys(events)), { maxLength: 60 });
    fc.assert(
      fc.property(names, (order) => {
        let progress: TargetProgress = { state: 'scheduled' };
        let isThere = false;
        for (const name of order) {
          const before = progress;
          const step = nextProgress(progress, events[name]!);
          progress = step.progress;
          expect(targetProgress.parse(JSON.parse(JSON.stringify(progress)))).toEqual(progress);
          if (!step.accepted) continue;
          if (name === 'intended') expect(isThere).toBe(false);
          if (name === 'handed') isThere = true;
          if (name === 'back' || name === 'denied' || name === 'refused') isThere = false;
          if (handedOf(before) && name === 'back') expect(handedOf(progress)).toBeUndefined();
        }
      }),
    );
  });
});
