import { z } from 'zod';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export const liveDifference = z.object({
  field: z.enum(['caption', 'media', 'link', 'tags', 'alt', 'collaborators', 'visible']),
  planned: z.string(),
  seen: z.string(),
});
export type LiveDifference = z.infer<typeof liveDifference>;

/** What reading a published post back has shown so far. Instants are UTC ms. */
export const liveRecord = z.object({
  checkedAt: z.number().int().optional(),
  differences: z.array(liveDifference),
  /** Readings in a row that saw those differences. */
  sightings: z.number().int(),
  /** Readings in a row that the network did not answer. */
  fails: z.number().int(),
  gone: z.object({ reads: z.number().int(), sinceAt: z.number().int() }).optional(),
  isGone: z.boolean(),
  nextAt: z.number().int().optional(),
});
export type LiveRecord = z.infer<typeof liveRecord>;

export type LiveReading =
  | { kind: 'seen'; differences: LiveDifference[] }
  | { kind: 'gone' }
  /** The network was asked and did not say. */
  | { kind: 'unread' }
  /** There was no line, or nobody is signed in. */
  | { kind: 'not-asked' };

/** After the network had time to show everything, and later for what others take away. */
const looksAfterMs = [minuteMs, dayMs, 7 * dayMs];
/** A new post may lack parts for a while: what differs is looked at again before it counts as final. */
const settlingMs = 10 * minuteMs;
const sightingsThatCount = 3;
const failDelaysMs = [minuteMs, settlingMs, hourMs, 6 * hourMs];
const readsUntilGone = 3;
/** Stories leave by themselves. */
const storyLifeMs = 23 * hourMs;

/** When a post that was just published is read back first. */
export function firstLookAt(publishedAt: number): number {
  return publishedAt + minuteMs;
}

/** What a reading adds to what is known, and when to read again. */
export function afterReading(
  before: LiveRecord | undefined,
  reading: LiveReading,
  { now, publishedAt, isStory }: { now: number; publishedAt: number; isStory: boolean },
): LiveRecord {
  const record = before ?? { differences: [], sightings: 0, fails: 0, isGone: false };
  const { nextAt: _old, ...kept } = record;
  const next = withTime(isStory ? undefined : nextLook(now, publishedAt));
  switch (reading.kind) {
    case 'seen':
      return { ...seen(kept, reading.differences, now, next), fails: 0 };
    case 'gone':
      if (isStory && now - publishedAt >= storyLifeMs) return kept;
      if (now - publishedAt < settlingMs) return { ...kept, nextAt: now + 5 * minuteMs };
      return { ...missing(kept, now), fails: 0 };
    case 'unread': {
      const delayMs = failDelaysMs[kept.fails];
      if (delayMs === undefined) return { ...kept, fails: 0, ...next };
      return { ...kept, fails: kept.fails + 1, nextAt: now + delayMs };
    }
    case 'not-asked':
      if (now - publishedAt > 8 * dayMs) return kept;
      return { ...kept, nextAt: now + 15 * minuteMs };
  }
}

function seen(
  record: LiveRecord,
  differences: LiveDifference[],
  now: number,
  next: { nextAt?: number },
): LiveRecord {
  const { gone: _back, ...kept } = record;
  const isSame = JSON.stringify(differences) === JSON.stringify(record.differences);
  const sightings = differences.length === 0 ? 0 : isSame ? record.sightings + 1 : 1;
  const isSettling = sightings > 0 && sightings < sightingsThatCount;
  const when = isSettling ? { nextAt: now + settlingMs } : next;
  return { ...kept, differences, sightings, checkedAt: now, isGone: false, ...when };
}

/** One reading that finds nothing proves nothing: three over a day do. */
function missing(record: LiveRecord, now: number): LiveRecord {
  const sinceAt = record.gone?.sinceAt ?? now;
  const reads = (record.gone?.reads ?? 0) + 1;
  const gone = { reads, sinceAt };
  if (reads >= readsUntilGone && now - sinceAt >= dayMs) {
    return { ...record, gone, isGone: true, checkedAt: now };
  }
  return { ...record, gone, nextAt: Math.max(sinceAt + (reads * dayMs) / 2, now + hourMs) };
}

function nextLook(now: number, publishedAt: number): number | undefined {
  return looksAfterMs.map((after) => publishedAt + after).find((at) => at > now);
}

function withTime(nextAt: number | undefined): { nextAt?: number } {
  return nextAt === undefined ? {} : { nextAt };
}
