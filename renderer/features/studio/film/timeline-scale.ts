const steps = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000] as const;
const leastGapPx = 72;
export const leastScale = 0.01;
export const mostScale = 0.6;

/** Moments that the ruler names, no closer than can be read. */
export function rulerMarks(durationMs: number, pxPerMs: number): number[] {
  const stepMs = steps.find((step) => step * pxPerMs >= leastGapPx) ?? 20_000;
  const count = Math.floor(durationMs / stepMs) + 1;
  return Array.from({ length: count }, (_, index) => index * stepMs);
}

/** Pixels of a millisecond by which the film fills the width, times how far it was drawn nearer. */
export function timelineScale(durationMs: number, widthPx: number, zoom: number): number {
  const fitting = Math.max(1, widthPx) / Math.max(1, durationMs);
  return Math.min(Math.max(fitting * zoom, leastScale), mostScale);
}

/** Where a part that was drawn by so much falls in the row: before the first whose middle it passed. */
export function dropPlace(
  times: readonly { startMs: number; endMs: number }[],
  from: number,
  byMs: number,
): number {
  const own = times[from];
  if (!own) return from;
  const middleMs = (own.startMs + own.endMs) / 2 + byMs;
  const others = times.filter((_, index) => index !== from);
  return others.filter(({ startMs, endMs }) => (startMs + endMs) / 2 < middleMs).length;
}
