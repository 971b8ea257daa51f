const mostStills = 24;

/** The moments whose pictures fill a part's place in the strip, each that of its own middle. */
export function stillTimes({
  startMs,
  durationMs,
  scale,
  stillPx,
}: {
  startMs: number;
  durationMs: number;
  scale: number;
  stillPx: number;
}): number[] {
  const eachMs = stillPx / scale;
  const count = Math.max(1, Math.min(mostStills, Math.ceil(durationMs / eachMs)));
  return Array.from({ length: count }, (_, index) => {
    const intoMs = Math.min((index + 0.5) * eachMs, durationMs - 1);
    return Math.round(startMs + Math.max(0, intoMs));
  });
}
