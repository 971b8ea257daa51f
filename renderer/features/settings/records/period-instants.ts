import { settleWallTime } from '../../../../shared/rules/zoned-time.ts';

const dayMs = 86_400_000;

/** From the first instant of one day to the end of another (`2026-11-26`), by the clocks of the shop. What is
 *  no day leaves its side open. */
export function periodInstants(
  { from, to }: { from: string; to: string },
  zone: string,
): { since?: string; until?: string } {
  const startOf = (day: string) => settleWallTime(`${day}T00:00`, zone)?.at;
  const next = /^\d{4}-\d\d-\d\d$/.test(to)
    ? new Date(Date.parse(`${to}T00:00Z`) + dayMs).toISOString().slice(0, 10)
    : '';
  const [since, until] = [startOf(from), startOf(next)];
  return {
    ...(since !== undefined && { since: new Date(since).toISOString() }),
    ...(until !== undefined && { until: new Date(until).toISOString() }),
  };
}
