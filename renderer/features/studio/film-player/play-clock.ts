/** Beyond this the picture jumps to the sound instead of leaning towards it. */
const jumpMs = 60;
/** How much it leans in one look at most, so that nobody sees it. */
const leanMs = 2;

/** Tells where a film stands. It runs by `nowMs`, which never halts, and leans towards what is heard, which
 *  never drifts: the picture is even and stays with the sound. */
export function createPlayClock(nowMs: () => number) {
  let standMs = 0;
  let startedAt: number | undefined;
  const timeMs = (): number => (startedAt === undefined ? standMs : standMs + nowMs() - startedAt);
  return {
    timeMs,
    get isRunning(): boolean {
      return startedAt !== undefined;
    },
    start(fromMs: number): void {
      standMs = fromMs;
      startedAt = nowMs();
    },
    /** Halts where it stands, or there. */
    stop(atMs = timeMs()): void {
      standMs = atMs;
      startedAt = undefined;
    },
    follow(heardMs: number): void {
      const apart = heardMs - timeMs();
      const lean = Math.max(-leanMs, Math.min(leanMs, apart / 8));
      standMs += Math.abs(apart) > jumpMs ? apart : lean;
    },
  };
}

export type PlayClock = ReturnType<typeof createPlayClock>;
