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

/** Gives the memory of pixels that nobody reads any more back at once: a decoded photo of 24 megapixels
 *  is 72 MB, and the collector lets several of them wait. A piece of a shared block is left alone. */
export function letGo(pixels: Uint8Array): void {
  const { buffer, byteLength } = pixels;
  const isWhole = byteLength > 0 && buffer.byteLength === byteLength;
  if (isWhole && buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/** Frees what was used for a moment. Each frame read from a canvas is 8 MB of fresh memory: waiting for
 *  the collector, they pile up to gigabytes and every one is paid for in page faults (20 ms instead of
 *  2, measured). Does nothing where the engine does not let itself be asked. */
export function createYoungSweep(): () => void {
  const collect = collector();
  return () => collect?.({ type: 'minor' });
}

/** Frees what is no longer held by anything, as photos that have passed. Takes some milliseconds. */
export function freeUnused(): void {
  collector()?.({ type: 'major' });
}

function collector() {
  setFlagsFromString('--expose-gc');
  return runInNewContext('globalThis.gc') as
    ((options: { type: 'minor' | 'major' }) => void) | undefined;
}
