/** Where a run stood when it began and stands now; time by a clock that only goes forward. */
export type Pace = { beganAtMs: number; beganFrac: number; nowMs: number; nowFrac: number };

/** Seconds left at the pace measured so far; undefined while too little is known to say. */
export function secondsLeft({ beganAtMs, beganFrac, nowMs, nowFrac }: Pace): number | undefined {
  const doneFrac = nowFrac - beganFrac;
  const spentMs = nowMs - beganAtMs;
  if (doneFrac < 0.01 || spentMs < 500) return undefined;
  return Math.max(0, Math.round(((1 - nowFrac) * spentMs) / doneFrac / 1000));
}
