import type { Clock } from '../shared/facts.ts';

export type Ticker = {
  /** One look now; a look under way is waited for and followed by another. */
  tick(): Promise<void>;
  stop(): Promise<void>;
};

/** Looks for due work every `tickSeconds`. Time is read, never waited for: a late or lost timer only
 *  delays the look. */
export function startTicker(
  clock: Clock,
  work: (now: number) => Promise<void>,
  onError: (error: unknown) => void,
): Ticker {
  let running: Promise<void> | undefined;
  let again = false;

  async function run(): Promise<void> {
    do {
      again = false;
      await work(clock.now()).catch(onError);
    } while (again);
  }

  function tick(): Promise<void> {
    if (running) again = true;
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  }

  const timer = setInterval(() => void tick(), clock.tickSeconds * 1000);
  return {
    tick,
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
