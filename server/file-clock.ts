import { readFileSync } from 'node:fs';
import type { Clock } from '../shared/facts.ts';

const rereadMs = 100;

/** The machine's own clock. */
export function systemClock(tickSeconds: number): Clock {
  return { now: () => Date.now(), tickSeconds, manual: false };
}

/** A clock that stands at the instant written in `file` (ISO 8601) until the file says another. An
 *  unreadable or half-written file leaves the last good instant. Throws when there never was one. */
export function fileClock(file: string, tickSeconds: number): Clock {
  let instant = NaN;
  let readAt = -Infinity;

  function reread(): void {
    readAt = performance.now();
    try {
      const parsed = Date.parse(readFileSync(file, 'utf8').trim());
      if (!Number.isNaN(parsed)) instant = parsed;
    } catch {
      // The writer may be replacing it just now; the next look finds it.
    }
  }

  reread();
  if (Number.isNaN(instant)) throw new Error(`no instant to be read in the clock file ${file}`);
  return {
    now() {
      if (performance.now() - readAt > rereadMs) reread();
      return instant;
    },
    tickSeconds,
    manual: true,
  };
}
