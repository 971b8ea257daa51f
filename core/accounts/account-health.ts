import type { GraphFailure } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import { stoppedBy, type SignInEnds } from './sign-in-ends.ts';
import type { StoredAccount } from './store.ts';

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

/** The account as it is now: a trouble with an end is over when its time has come, and when the sign-in
 *  itself has ended nothing goes on. */
export function asOfNow(account: StoredAccount, ends: SignInEnds, now: number): StoredAccount {
  const stopped = stoppedBy(ends, now);
  const isOver = account.healthUntil !== undefined && account.healthUntil <= now;
  if (stopped !== undefined && (isOver || isWorse(account.health, 'sign-in'))) {
    const { healthUntil: _until, ...rest } = account;
    const healthCode = stopped === 'access' ? 'access-ended' : 'session-expired';
    return { ...rest, health: 'sign-in', healthCode };
  }
  if (!isOver) return account;
  const { healthCode: _code, healthUntil: _until, ...rest } = account;
  return { ...rest, health: 'ok' };
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
