/** The stretch of a clip that a part shows, as shares of the whole clip. */
export function clipWindow(
  { fromMs, speed = 1 }: { fromMs: number; speed?: number },
  durationMs: number,
  lengthMs: number,
): { startFrac: number; endFrac: number } {
  const whole = Math.max(1, lengthMs);
  const within = (ms: number) => Math.min(Math.max(ms / whole, 0), 1);
  return { startFrac: within(fromMs), endFrac: within(fromMs + durationMs * speed) };
}

/** Where a clip begins when its window is carried by so much of the clip: never out of it. */
export function slidClip(
  { fromMs, speed = 1 }: { fromMs: number; speed?: number },
  durationMs: number,
  lengthMs: number,
  byMs: number,
): number {
  const latestMs = Math.max(0, lengthMs - durationMs * speed);
  return Math.round(Math.min(Math.max(fromMs + byMs, 0), latestMs));
}
