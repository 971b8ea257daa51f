const minuteMs = 60_000;
const dayMs = 86_400_000;

/** New posts are watched closely, old ones now and then: comments come in the first hours. */
export function pollDelayMs(ageMs: number): number {
  if (ageMs < dayMs) return 45_000;
  if (ageMs < 7 * dayMs) return 10 * minuteMs;
  return 60 * minuteMs;
}

/** Between two looks at the list of posts with their comment counts. */
export const listEveryMs = 2 * minuteMs;
/** Posts older than this are read only when their count changes. */
export const watchedForMs = 30 * dayMs;
/** A comment that a list left out is asked for by itself; deleted after two such reads this far apart. */
export const deletedAfterMs = 60 * minuteMs;
/** Endless paging is a fault of the network, not a long list. */
export const maxPages = 500;
