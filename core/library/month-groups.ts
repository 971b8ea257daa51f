import { instantToWall, settleWallTime } from '../../shared/rules/zoned-time.ts';

export type MonthGroup = { month: string; count: number };

/** How instants in order, rising or falling, lie over the months of a zone. The clocks of the zone
 *  are asked once a month, not once an instant. */
export function monthGroups(instants: Iterable<number>, zone: string): MonthGroup[] {
  const groups: MonthGroup[] = [];
  let span: { from: number; to: number } | undefined;
  for (const at of instants) {
    const last = groups.at(-1);
    if (last && span && at >= span.from && at < span.to) {
      last.count++;
      continue;
    }
    const month = instantToWall(at, zone).slice(0, 7);
    span = { from: startOf(month, zone), to: startOf(nextMonth(month), zone) };
    groups.push({ month, count: 1 });
  }
  return groups;
}

function startOf(month: string, zone: string): number {
  return settleWallTime(`${month}-01T00:00`, zone)?.at ?? 0;
}

function nextMonth(month: string): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return of === 12
    ? `${String(year + 1).padStart(4, '0')}-01`
    : `${String(year).padStart(4, '0')}-${String(of + 1).padStart(2, '0')}`;
}
