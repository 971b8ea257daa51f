import { describe, expect, it } from 'vitest';
import type { Pictures } from './use-pictures.ts';
import { endOf, pendingOf } from './use-finished-first.ts';

type Work = Pictures['work'];
const counts = { made: 7, wanted: 12 };
const work = (change: object) => ({ batch: { counts }, isRunning: false, ...change }) as Work;
const outlook = { fresh: 1, changed: 2, same: 9, edited: 0, editedChanged: 0, problems: 0 };

describe('what an export would leave behind', () => {
  it('are pictures under way, or those that are missing or changed', () => {
    expect(pendingOf(work({ batch: undefined }))).toBeUndefined();
    expect(pendingOf(work({ isRunning: true }))).toEqual({ kind: 'running', count: 5 });
    const progress = { done: 1, total: 3 };
    expect(pendingOf(work({ isRunning: true, batch: { counts, progress } }))?.count).toBe(2);
    expect(pendingOf(work({ outlook }))).toEqual({ kind: 'outdated', count: 3 });
    expect(pendingOf(work({ outlook: { ...outlook, fresh: 0, changed: 0 } }))).toBeUndefined();
  });
});

describe('the end of a run', () => {
  it('is waited for by its own job, and not followed when it went badly', () => {
    expect(endOf({ jobId: 'one', state: 'idle' }, 'two')).toBeUndefined();
    expect(endOf({ jobId: 'two', state: 'queued' }, 'two')).toBeUndefined();
    expect(endOf({ jobId: 'two', state: 'running' }, 'two')).toBeUndefined();
    expect(endOf({ jobId: 'two', state: 'idle' }, 'two')).toBe('well');
    expect(endOf({ jobId: 'two', state: 'failed' }, 'two')).toBe('badly');
    expect(endOf({ jobId: 'two', state: 'paused' }, 'two')).toBe('badly');
    expect(endOf({ jobId: 'two', state: 'idle' }, undefined)).toBeUndefined();
  });
});
