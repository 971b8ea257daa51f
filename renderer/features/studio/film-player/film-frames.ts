/** Films have this many frames in a second, on the screen as in the file. */
export const framesPerSecond = 30;

/** The frame that is seen at a moment; at the end the last one. */
export function frameAt(timeMs: number, durationMs: number): number {
  const last = Math.max(0, Math.round((durationMs * framesPerSecond) / 1000) - 1);
  // A hair more: 100 ms are three frames, whatever the division says.
  const frame = Math.floor((timeMs * framesPerSecond) / 1000 + 1e-6);
  return Math.max(0, Math.min(frame, last));
}

/** When a frame is drawn, in the export too. */
export function frameTimeMs(frame: number): number {
  return (frame * 1000) / framesPerSecond;
}

/** Where the part begins that comes after this moment, or the one before: within the first half second of a
 *  part its own beginning counts as passed. */
export function partStart(
  parts: readonly { startMs: number }[],
  timeMs: number,
  step: 1 | -1,
): number | undefined {
  const starts = parts.map(({ startMs }) => startMs);
  if (step === 1) return starts.find((startMs) => startMs > timeMs + 1);
  return starts.findLast((startMs) => startMs < timeMs - 500) ?? starts[0];
}
