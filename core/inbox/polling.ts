const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Between two looks at what is read most often: with a tick of 15 s a comment shows within a minute. */
export const shortestDelayMs = 45 * secondMs;

type Kind = 'post' | 'conversation';

/** Until an object is read again: often while it is new, and as often as comments come (`hourly`). New words
 *  of a conversation are told by the list of them: reading it again finds what was changed or taken back. */
export function pollDelayMs(ageMs: number, hourly = 0, kind: Kind = 'post'): number {
  if (kind === 'conversation') {
    if (ageMs < dayMs) return 10 * minuteMs;
    return ageMs < 7 * dayMs ? hourMs : 7 * dayMs;
  }
  const byPace = hourly > 0 ? Math.round(hourMs / hourly) : Infinity;
  return Math.max(shortestDelayMs, Math.min(delayByAgeMs(ageMs), byPace));
}

function delayByAgeMs(ageMs: number): number {
  if (ageMs < dayMs) return shortestDelayMs;
  if (ageMs < 7 * dayMs) return 10 * minuteMs;
  if (ageMs < watchedForMs) return hourMs;
  return ageMs < 180 * dayMs ? 12 * hourMs : 7 * dayMs;
}

/** How many come in an hour, the last reading and those before it for one half each. */
export function paceOf(before: number, stored: number, sinceLastMs: number): number {
  const lately = (stored * hourMs) / Math.max(sinceLastMs, shortestDelayMs);
  const pace = (before + lately) / 2;
  return pace < 0.05 ? 0 : pace;
}

/** Until all pages are read again, because old comments are edited, hidden and deleted too. */
export function wholeDelayMs(ageMs: number, pages: number, kind: Kind = 'post'): number {
  if (kind === 'conversation') return ageMs < dayMs ? hourMs : 7 * dayMs;
  const byAge = ageMs < 7 * dayMs ? hourMs : ageMs < watchedForMs ? 12 * hourMs : 7 * dayMs;
  return Math.max(byAge, pages * 36 * secondMs);
}

/** Until all pages are read because the network counts more than is known here; 0 for short lists. */
export function mendDelayMs(pages: number): number {
  return pages <= 2 ? 0 : pages * 10 * secondMs;
}
/** A difference that is new is looked at once more before it is taken for the network's own. */
export const doubtDelayMs = 5 * minuteMs;

/** Between two looks at the list of posts with their comment counts. */
export const listEveryMs = 2 * minuteMs;
/** Between two looks at the list of conversations; less often where nobody wrote for a day. */
export const heardEveryMs = minuteMs;
export const unheardEveryMs = 3 * minuteMs;
/** Until a list of conversations or mentions of so many pages is read to its end again, in case the network
 *  left some out: a tenth of what may be asked at the most. */
export function wholeListDelayMs(pages: number): number {
  return Math.max(hourMs, pages * 36 * secondMs);
}
/** Between two looks at where others name the account. */
export const mentionsEveryMs = 10 * minuteMs;
/** Posts older than this are read only when their count changes, and now and then. */
export const watchedForMs = 30 * dayMs;
/** A comment that a list left out is asked for by itself; deleted after two such reads this far apart. */
export const deletedAfterMs = 60 * minuteMs;
/** Until a post that is gone is asked for again. */
export const overDelayMs = 12 * hourMs;
/** Endless paging is a fault of the network, not a long list. */
export const maxPages = 500;

type Due = {
  kind: Kind;
  readAt: number | null;
  nextAt: number;
  publishedAt: number;
  hourly: number;
};

/** Which of those due are read first: what was never read, then who is kept waiting longest, measured by how
 *  often each is read at all, and the newer of two alike. Waiting doubles a rank again and again, so that
 *  whatever is passed over comes first in the end. */
export function inReadingOrder<T extends Due>(due: readonly T[], now: number): T[] {
  const ranked = due.map((object) => ({ object, rank: rankOf(object, now) }));
  ranked.sort((a, b) => b.rank - a.rank || b.object.publishedAt - a.object.publishedAt);
  return ranked.map(({ object }) => object);
}

function rankOf({ kind, readAt, nextAt, publishedAt, hourly }: Due, now: number): number {
  if (readAt === null) return Infinity;
  const lateness = Math.max(0, now - nextAt) / pollDelayMs(now - publishedAt, hourly, kind);
  return Math.floor(Math.log2(1 + lateness));
}
