/** Where a post stands in a column of hours: which of how many lanes side by side. */
export type Lane = { lane: number; lanes: number };
/** Posts that found no lane, told by their number where the crowd begins. */
export type Crowd = { minutes: number; count: number };

/** Puts what would lie over one another side by side, at most `most`; the rest is counted. `timed` is in
 *  order of time, each as high as `heightMinutes`. */
export function layLanes(
  timed: readonly { id: string; minutes: number }[],
  heightMinutes: number,
  most: number,
): { lanes: ReadonlyMap<string, Lane>; crowds: readonly Crowd[] } {
  const lanes = new Map<string, Lane>();
  const crowds: Crowd[] = [];
  for (const group of groupsOf(timed, heightMinutes)) {
    const ends: number[] = [];
    const placed: [id: string, lane: number][] = [];
    const left: number[] = [];
    for (const { id, minutes } of group) {
      const free = ends.findIndex((end) => end <= minutes);
      const lane = free < 0 ? ends.length : free;
      if (lane >= most) {
        left.push(minutes);
        continue;
      }
      ends[lane] = minutes + heightMinutes;
      placed.push([id, lane]);
    }
    for (const [id, lane] of placed) lanes.set(id, { lane, lanes: ends.length });
    crowds.push(...crowdsOf(left, heightMinutes));
  }
  return { lanes, crowds };
}

/** What touches, each chain of it on its own. */
function groupsOf<T extends { minutes: number }>(
  timed: readonly T[],
  heightMinutes: number,
): T[][] {
  const groups: T[][] = [];
  let end = -Infinity;
  for (const one of timed) {
    if (one.minutes >= end) groups.push([]);
    groups.at(-1)?.push(one);
    end = Math.max(end, one.minutes + heightMinutes);
  }
  return groups;
}

/** One number for each height of a post, so that no number lies over another. */
function crowdsOf(left: readonly number[], heightMinutes: number): Crowd[] {
  const crowds: Crowd[] = [];
  for (const minutes of left) {
    const last = crowds.at(-1);
    if (last && minutes < last.minutes + heightMinutes) last.count += 1;
    else crowds.push({ minutes, count: 1 });
  }
  return crowds;
}
