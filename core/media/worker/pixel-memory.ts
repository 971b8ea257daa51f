import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const weighed = 'external-memory-accounted-in-global-limit';

/** Has the engine count pixels held outside its heap (canvases, raw photos) towards one limit with its
 *  own, or not. For pictures it should: otherwise every few dozen megabytes of them start a search of
 *  the whole heap that finds nothing, an eighth of the time of a batch. For video it should not: its
 *  frames would pile up, a seventh slower (both measured). An engine that does not know the flag passes
 *  over it. */
export function weighPixelsWithHeap(isWanted: boolean): void {
  setFlagsFromString(`--${isWanted ? '' : 'no-'}${weighed}`);
}

/** Frees what was used for a moment. Each frame read from a canvas is 8 MB of fresh memory: waiting for
 *  the collector, they pile up to gigabytes and every one is paid for in page faults (20 ms instead of
 *  2, measured). Does nothing where the engine does not let itself be asked. */
export function createYoungSweep(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('globalThis.gc') as
    ((options: { type: 'minor' }) => void) | undefined;
  return () => collect?.({ type: 'minor' });
}
