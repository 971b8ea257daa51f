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
  const freeAt = taken
    .map((one) => one + windowMs)
    .filter((candidate) => candidate > at)
    .find((candidate) => fullest(taken, candidate, windowMs) < limit);
  return { used, freeAt };
}

/** Most of `taken` that stand in one window together with `at`. */
function fullest(taken: readonly number[], at: number, windowMs: number): number {
  const near = taken.filter((one) => one > at - windowMs && one < at + windowMs);
  const starts = [at, ...near.filter((one) => one <= at)];
  const counts = starts.map(
    (start) => near.filter((one) => one >= start && one < start + windowMs).length,
  );
  return Math.max(0, ...counts);
}
