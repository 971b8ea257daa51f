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
    // A clock that is set by hand does not run towards the next time: only ticks see it move.
    if (!isStarted || parts.tools.clock.manual) return;
    const at = parts.now();
    const untilNextMs = (parts.targets.nextAfter(at) ?? Infinity) - at;
    const delayMs = Math.min(Math.max(untilNextMs, 50), longestTimerMs);
    timer = setTimeout(now, delayMs);
    timer.unref();
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
