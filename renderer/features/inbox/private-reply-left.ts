const dayMs = 86_400_000;
const allowedMs = 7 * dayMs;

/** Whole days (or, on the last one, hours) in which the network still takes a private answer to a
 *  comment; undefined when it no longer does. */
export function privateReplyLeft(
  createdAt: string,
  now: string,
): { unit: 'days' | 'hours'; count: number } | undefined {
  const leftMs = Date.parse(createdAt) + allowedMs - Date.parse(now);
  if (leftMs <= 0) return undefined;
  return leftMs >= dayMs
    ? { unit: 'days', count: Math.floor(leftMs / dayMs) }
    : { unit: 'hours', count: Math.max(1, Math.floor(leftMs / 3_600_000)) };
}
