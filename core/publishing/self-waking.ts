import type { EngineParts } from './engine-parts.ts';

/** Looks for due work between the studio's ticks. */
export type SelfWaking = {
  start(): void;
  stop(): void;
  /** Looks at once. */
  now(): void;
  /** Looks after the transaction that is running now. */
  soon(): void;
  /** Sets the timer to the next due time, at most 15 seconds ahead: time is read, not waited for. */
  arm(): void;
};

const longestTimerMs = 15_000;

export function createSelfWaking(
  parts: EngineParts,
  tick: (now: number) => Promise<void>,
): SelfWaking {
  let isStarted = false;
  let timer: NodeJS.Timeout | undefined;
  let stopListening: (() => void) | undefined;

  function now(): void {
    tick(parts.now()).catch((error: unknown) => {
      parts.uses.report?.('publishing: a round failed', { error: String(error) });
    });
  }

  function arm(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!isStarted) return;
    timer = setTimeout(now, delayMs());
    timer.unref();
  }

  function delayMs(): number {
    const { manual, tickSeconds } = parts.tools.clock;
    // A clock that is set by hand does not run towards the next time.
    if (manual) return tickSeconds * 1000;
    const at = parts.now();
    const untilNextMs = (parts.targets.nextAfter(at) ?? Infinity) - at;
    return Math.min(Math.max(untilNextMs, 50), longestTimerMs);
  }

  return {
    start() {
      isStarted = true;
      stopListening = parts.tools.events.on((event) => {
        if (event.type === 'line' && event.online) now();
      });
      now();
    },
    stop() {
      isStarted = false;
      clearTimeout(timer);
      stopListening?.();
    },
    now,
    soon() {
      if (isStarted) setImmediate(() => isStarted && now());
    },
    arm,
  };
}
