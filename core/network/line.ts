import type { GraphFailure } from 'graph-api-client';
import type { Settings } from '../db/settings.ts';
import type { EventBus } from '../events/bus.ts';

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
  /** Called on every tick: while the line is down it asks once whether it is back. */
  tick(): Promise<void>;
};

export type LineUses = {
  settings: Settings;
  events: EventBus;
  now: () => number;
  /** True when the network answers; asked only while the line is down. */
  probe: () => Promise<boolean>;
};

const wantedKey = 'line.wanted';

export function createLine(uses: LineUses): Line {
  let wanted = uses.settings.get<boolean>(wantedKey) ?? true;
  // Taken for good until a call shows otherwise: asking first would only delay the start.
  let isUp = true;
  let since = uses.now();
  let probing: Promise<void> | undefined;

  const isOnline = (): boolean => wanted && isUp;
  const state = (): LineState => ({ online: isOnline(), wanted, since });

  function change(apply: () => void): void {
    const before = state();
    apply();
    const online = isOnline();
    if (online !== before.online) {
      since = uses.now();
      uses.events.emit({ type: 'line', online });
    }
    if (online !== before.online || wanted !== before.wanted) uses.events.changed('line');
  }

  async function look(): Promise<void> {
    const isBack = await uses.probe().catch(() => false);
    if (isBack) change(() => (isUp = true));
  }

  return {
    state,
    isOnline,
    set(next) {
      change(() => {
        wanted = next;
        uses.settings.set(wantedKey, next);
      });
      return state();
    },
    noteSuccess: () => change(() => (isUp = true)),
    noteFailure(failure) {
      if (failure.offline) change(() => (isUp = false));
    },
    tick() {
      if (!wanted || isUp) return Promise.resolve();
      probing ??= look().finally(() => (probing = undefined));
      return probing;
    },
  };
}
