import { AsyncLocalStorage } from 'node:async_hooks';

export type Acting = {
  /** Runs what a person asked for: until it ends, `isPerson` holds in it. */
  asPerson<T>(work: () => T): T;
  /** False for what the studio does by itself: ticks, recovery, series. */
  isPerson(): boolean;
};

/** Tells what a person asked for from what the studio does by itself. */
export function createActing(): Acting {
  const asked = new AsyncLocalStorage<true>();
  return {
    asPerson: (work) => asked.run(true, work),
    isPerson: () => asked.getStore() === true,
  };
}
