import { describe, expect, it } from 'vitest';
import { afterReading, firstLookAt, type LiveReading, type LiveRecord } from './live-record.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const publishedAt = 1_000_000;
const same: LiveReading = { kind: 'seen', differences: [] };
const other: LiveReading = {
  kind: 'seen',
  differences: [{ field: 'media', planned: '3', seen: '2' }],
};

/** Answers each reading when it is due; what is known after each, with the hours since publishing. */
function story(readings: LiveReading[], isStory = false) {
  const steps: { record: LiveRecord; afterMs: number }[] = [];
  let now = firstLookAt(publishedAt);
  for (const reading of readings) {
    const record = afterReading(steps.at(-1)?.record, reading, { now, publishedAt, isStory });
    steps.push({ record, afterMs: now - publishedAt });
    now = record.nextAt ?? Number.NaN;
  }
  return steps;
}

describe('a post that is as planned', () => {
  it('is read back a minute, a day and a week after, and then no more', () => {
    const steps = story([same, same, same]);
    expect(steps.map((step) => step.afterMs)).toEqual([minuteMs, dayMs, 7 * dayMs]);
    expect(steps.at(-1)?.record).toMatchObject({ differences: [], isGone: false });
    expect(steps.at(-1)?.record.nextAt).toBeUndefined();
  });

  it('as a story it is read once', () => {
    expect(story([same], true)[0]?.record.nextAt).toBeUndefined();
  });
});

describe('a post that differs', () => {
  it('is looked at again soon, as a new one may lack parts, and mended when they come', () => {
    const steps = story([other, same, same]);
    expect(steps.map((step) => step.afterMs)).toEqual([minuteMs, 11 * minuteMs, dayMs]);
    expect(steps[0]?.record.differences).toHaveLength(1);
    expect(steps[1]?.record).toMatchObject({ differences: [], sightings: 0 });
  });

  it('keeps its differences, with the readings of a day and a week to come', () => {
    const steps = story([other, other, other, other]);
    expect(steps.map((step) => step.afterMs)).toEqual([
      minuteMs,
      11 * minuteMs,
      21 * minuteMs,
      dayMs,
    ]);
    expect(steps.at(-1)?.record.nextAt).toBe(publishedAt + 7 * dayMs);
  });
});

describe('F53 a post that is not found', () => {
  const gone: LiveReading = { kind: 'gone' };

  it('is gone after three readings over a day, not before', () => {
    const steps = story([same, gone, gone, gone]);
    expect(steps.map((step) => step.record.isGone)).toEqual([false, false, false, true]);
    expect((steps[3]?.afterMs ?? 0) - (steps[1]?.afterMs ?? 0)).toBe(dayMs);
    expect(steps[3]?.record.nextAt).toBeUndefined();
  });

  it('is there again when one reading finds it', () => {
    const steps = story([same, gone, gone, same]);
    expect(steps.at(-1)?.record).toMatchObject({ isGone: false, nextAt: publishedAt + 7 * dayMs });
    expect(steps.at(-1)?.record.gone).toBeUndefined();
  });

  it('in its first minutes is only late', () => {
    const steps = story([gone, gone, same]);
    expect(steps.map((step) => step.record.gone)).toEqual([undefined, undefined, undefined]);
  });

  it('as a story it has simply ended', () => {
    const now = publishedAt + dayMs;
    expect(afterReading(undefined, gone, { now, publishedAt, isStory: true })).toMatchObject({
      isGone: false,
    });
  });
});

describe('a network that does not answer', () => {
  it('is asked with growing patience, then at the next of the usual times', () => {
    const unread: LiveReading = { kind: 'unread' };
    const steps = story([unread, unread, unread, unread, unread, same]);
    expect(steps.map((step) => step.record.fails)).toEqual([1, 2, 3, 4, 0, 0]);
    expect(steps.at(-1)?.afterMs).toBe(dayMs);
  });

  it('is not blamed for a line that is down', () => {
    const [step] = story([{ kind: 'not-asked' }]);
    expect(step?.record).toMatchObject({ fails: 0, nextAt: publishedAt + 16 * minuteMs });
  });
});
