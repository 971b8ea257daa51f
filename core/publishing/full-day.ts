import { z } from 'zod';

/** The networks count over any 24 hours, not by the calendar's day. */
export const dayMs = 24 * 3_600_000;

/** What the network last said of an account's limit. */
export const readLimit = z.object({
  used: z.number().int(),
  total: z.number().int(),
  windowMs: z.number().int(),
  readAt: z.number().int(),
});
export type ReadLimit = z.infer<typeof readLimit>;

/** As Meta's pages name it where the network was not asked yet: they say 25, 50 and 100. */
export const usualInstagramLimit = 50;
export const facebookReelLimit = 30;

export type Crowd = { used: number; freeAt?: number | undefined };

/** Does one more fit at `at`? `taken` are the instants of all others, in order. Undefined when it
 *  does; else how many stand in the fullest window around it, and when it would fit: at once after
 *  another leaves a window. */
export function crowdAt(
  taken: readonly number[],
  at: number,
  { limit, windowMs }: { limit: number; windowMs: number },
): Crowd | undefined {
  const used = fullest(taken, at, windowMs);
  if (used < limit) return undefined;
  if (limit <= 0) return { used };
  const ends = new Set(taken.slice(countUntil(taken, at - windowMs)).map((one) => one + windowMs));
  for (const freeAt of ends) if (fullest(taken, freeAt, windowMs) < limit) return { used, freeAt };
  return { used };
}

/** Most of `taken` that stand in one window together with `at`: one pass over those around it. */
function fullest(taken: readonly number[], at: number, windowMs: number): number {
  const end = countUntil(taken, at + windowMs - 1);
  let next = countUntil(taken, at - windowMs);
  let most = 0;
  for (let first = next; first < end; first++) {
    const startAt = taken[first] ?? at;
    if (startAt > at) break;
    while (next < end && (taken[next] ?? 0) < startAt + windowMs) next++;
    most = Math.max(most, next - first);
  }
  // The window that begins with it.
  return Math.max(most, end - countUntil(taken, at - 1));
}

/** How many of `taken`, which stand in order, are not after `at`. */
function countUntil(taken: readonly number[], at: number): number {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
