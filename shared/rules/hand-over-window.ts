/** How far ahead Facebook's own scheduler takes a post, safely within its own limits of 10 minutes and
 *  29 to 30 days. */
export const handOverWindow = {
  nearestMs: 11 * 60_000,
  farthestMs: 29 * 86_400_000 - 3_600_000,
} as const;
