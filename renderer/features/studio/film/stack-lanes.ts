/** On which of several lines each stands so that none covers another: the first that is free by then. */
export function stackLanes(
  bars: readonly { id: string; inMs: number; durationMs: number }[],
): Map<string, number> {
  const ends: number[] = [];
  const lanes = new Map<string, number>();
  for (const { id, inMs, durationMs } of bars.toSorted((a, b) => a.inMs - b.inMs)) {
    const free = ends.findIndex((endMs) => endMs <= inMs);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = inMs + durationMs;
    lanes.set(id, lane);
  }
  return lanes;
}

export function lanesOf(lanes: ReadonlyMap<string, number>): number {
  return Math.max(0, ...lanes.values()) + 1;
}
