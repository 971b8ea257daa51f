import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Has the engine count pixels held outside its heap (canvases, raw photos) towards one limit with its
 *  own. Otherwise every few dozen megabytes of them start a search of the whole heap, which finds
 *  nothing: an eighth of the time of a batch of pictures, measured. An engine that does not know the
 *  flag passes over it. */
export function weighPixelsWithHeap(): void {
  setFlagsFromString('--external-memory-accounted-in-global-limit');
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
