import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextProgress, type TargetEvent } from './next-progress.ts';
import { targetProgress, type TargetProgress } from './target-progress.ts';

const at = 1_000_000;
const why = { code: 'offline' };

const sensible: TargetEvent[] = [
  { type: 'planned' },
  { type: 'cancelled' },
  { type: 'claimed', bootId: 'boot' },
  { type: 'stepped' },
  { type: 'step-failed' },
  { type: 'prepared' },
  { type: 'intended', intentId: 'intent', bootId: 'boot' },
  { type: 'accepted', at },
  { type: 'not-done', to: 'preparing' },
  { type: 'not-done', to: 'ready' },
  { type: 'doubted', at, mayRepeat: true },
  { type: 'died', at },
  { type: 'looked' },
  { type: 'asked', code: 'not-found', at },
  { type: 'look-again', at },
  { type: 'cleared' },
  { type: 'denied', bootId: 'boot', keepsId: true },
  { type: 'published' },
  { type: 'followed' },
  { type: 'held', why },
  { type: 'refused', why },
  { type: 'late' },
];

function run(...types: TargetEvent['type'][]): TargetProgress {
  return types.reduce<TargetProgress>(
    (progress, type) => {
      const event = sensible.find((one) => one.type === type);
      if (!event) throw new Error(type);
      const step = nextProgress(progress, event);
      if (!step.accepted) throw new Error(`${type} was refused in ${progress.state}`);
      return step.progress;
    },
    { state: 'scheduled' },
  );
}

describe('the life of a target', () => {
  it('goes from scheduled to published by one intent', () => {
    expect(run('claimed', 'prepared', 'intended', 'published')).toEqual({
      state: 'published',
      tries: 0,
    });
  });

  it('calls only from ready, so that no call is made without its invisible steps', () => {
    const intended = sensible[6]!;
    for (const state of ['scheduled', 'missed', 'cancelled'] as const) {
      expect(nextProgress({ state }, intended)).toEqual({ progress: { state }, accepted: false });
    }
  });

  it('takes an intent without an answer as uncertain after a crash, never as scheduled', () => {
    const died = run('claimed', 'prepared', 'intended', 'died');
    expect(died).toMatchObject({ state: 'uncertain', mayRepeat: true, looks: 0 });
    for (const type of ['planned', 'cancelled', 'held', 'late', 'claimed'] as const) {
      const event = sensible.find((one) => one.type === type)!;
      expect(nextProgress(died, event).accepted).toBe(false);
    }
  });

  it('counts repeats over rounds of reading', () => {
    const once = run('claimed', 'prepared', 'intended', 'doubted', 'looked', 'cleared');
    expect(once).toEqual({ state: 'ready', doubt: { sinceAt: at, repeats: 1 } });
    const again = nextProgress(once, { type: 'intended', intentId: 'second', bootId: 'boot' });
    const doubted = nextProgress(again.progress, { type: 'doubted', at: at + 1, mayRepeat: true });
    expect(doubted.progress).toMatchObject({
      state: 'uncertain',
      intentId: 'second',
      doubt: { sinceAt: at + 1, repeats: 1 },
    });
  });

  it('keeps what is known about a doubt while the target waits', () => {
    const waiting = run('claimed', 'prepared', 'intended', 'doubted', 'cleared', 'held');
    expect(waiting).toMatchObject({ state: 'waiting', doubt: { repeats: 1 } });
  });

  it('lets a person deny only what was asked', () => {
    const unasked = run('claimed', 'prepared', 'intended', 'doubted');
    const denied = sensible.find((one) => one.type === 'denied')!;
    expect(nextProgress(unasked, denied).accepted).toBe(false);
    const asked = nextProgress(unasked, { type: 'asked', code: 'not-found', at }).progress;
    expect(nextProgress(asked, denied).progress.state).toBe('preparing');
  });

  it('never leaves published, whatever comes late', () => {
    const published = run('claimed', 'prepared', 'intended', 'published');
    for (const event of sensible) {
      expect(nextProgress(published, event).progress.state).toBe('published');
    }
  });
});

describe('any order of events', () => {
  const events = fc.array(fc.constantFrom(...sensible), { maxLength: 60 });

  it('ends in a state that can be stored and read again', () => {
    fc.assert(
      fc.property(events, (order) => {
        let progress: TargetProgress = { state: 'scheduled' };
        for (const event of order) {
          const step = nextProgress(progress, event);
          if (!step.accepted) expect(step.progress).toBe(progress);
          progress = step.progress;
          expect(targetProgress.parse(JSON.parse(JSON.stringify(progress)))).toEqual(progress);
        }
      }),
    );
  });

  it('opens no second call while the outcome of one is unknown', () => {
    const settles = ['published', 'not-done', 'cleared', 'denied', 'held', 'refused'];
    fc.assert(
      fc.property(events, (order) => {
        let progress: TargetProgress = { state: 'scheduled' };
        let isOpen = false;
        for (const event of order) {
          const step = nextProgress(progress, event);
          if (step.accepted && event.type === 'intended') {
            expect(isOpen).toBe(false);
            isOpen = true;
          }
          if (step.accepted && settles.includes(event.type)) isOpen = false;
          progress = step.progress;
        }
      }),
    );
  });
});
