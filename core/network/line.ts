import type { GraphFailure } from 'graph-api-client';

export type LineState = {
  /** The merchant's switch and the measured line together. */
  online: boolean;
  /** Off when the merchant chose to work offline. */
  wanted: boolean;
  /** When `online` last changed, UTC ms. */
  since: number;
};

/** Is there a way out, as far as the switch says and the last calls showed. */
export type Line = {
  state(): LineState;
  isOnline(): boolean;
  /** The merchant's switch; kept over restarts. */
  set(wanted: boolean): LineState;
  /** A call came through. */
  noteSuccess(): void;
  /** A call failed; only failures of the line itself count. */
  noteFailure(failure: GraphFailure): void;
  /** Called on every tick: while the line is down it asks, at most every 15 seconds, whether it is back. */
  tick(now: number): Promise<void>;
};
