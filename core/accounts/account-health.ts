import type { GraphFailure } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';

export type Health = AccountFact['health'];

export type Trouble = {
  health: Health;
  /** Our own word for the case; picks the sentence. */
  code: string;
  /** When it ends by itself, UTC ms. */
  until?: number;
  /** True when every account that speaks through the same Page has it. */
  isOfPage: boolean;
};

const hourMs = 60 * 60_000;
/** A block gets worse when one goes on: an hour's rest, a day's after a suspicion of spam. */
const restMs: Record<string, number> = { 'spam-suspected': 24 * hourMs };
const throttleMs = 15 * 60_000;

/** What a failure says about the account; undefined when it is about the one call only. */
export function troubleOf(failure: GraphFailure, now: number): Trouble | undefined {
  const code = failure.meaning;
  switch (failure.reaction) {
    case 'reconnect':
      return { health: 'sign-in', code, isOfPage: true };
    case 'permission':
      return { health: 'permission', code, isOfPage: code === 'role-lost' };
    case 'account':
      return {
        health: 'restricted',
        code,
        until: now + (restMs[code] ?? hourMs),
        isOfPage: false,
      };
    case 'wait':
      return {
        health: 'throttled',
        code,
        until: now + (failure.retryAfterMs ?? throttleMs),
        isOfPage: false,
      };
    default:
      return undefined;
  }
}

/** When a trouble that somebody else found ends, if it ends by itself: nothing is held back for ever. */
export function usualEnd(health: Health, now: number): number | undefined {
  if (health === 'restricted') return now + hourMs;
  return health === 'throttled' ? now + throttleMs : undefined;
}

const weight: Record<Health, number> = {
  ok: 0,
  throttled: 1,
  restricted: 2,
  permission: 3,
  'sign-in': 4,
};

/** A lighter trouble never hides a heavier one; only signing in again, or time, makes well. */
export function isWorse(before: Health, after: Health): boolean {
  return weight[after] > weight[before];
}
