import type { Clock } from '../../shared/facts.ts';
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

/** Until the next due second, so that it is met and not merely found by a tick; never long, as a timer
 *  knows nothing of a sleep or of a clock that is set. */
export function timerDelayMs(
  { manual, tickSeconds }: Pick<Clock, 'manual' | 'tickSeconds'>,
  now: number,
  nextAt: number | undefined,
): number {
  // A clock that is set by hand does not run towards the next time.
  if (manual) return tickSeconds * 1000;
  return Math.min(Math.max((nextAt ?? Infinity) - now, 50), longestTimerMs);
}

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
    const at = parts.now();
    timer = setTimeout(now, timerDelayMs(parts.tools.clock, at, parts.targets.nextAfter(at)));
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
