import type { GraphClient } from 'graph-api-client';
import { Problem } from '../../shared/contract/problem.ts';
import type { AccountFact } from '../../shared/facts.ts';
import type { EngineParts } from './engine-parts.ts';
import type { Why } from './target-progress.ts';

/** Why work for an account has to wait; undefined when it may go on. */
export function accountHold(parts: EngineParts, account: AccountFact): Why | undefined {
  if (!parts.uses.isOnline()) return { code: 'offline' };
  const { health } = account;
  if (health === 'sign-in' || health === 'permission') return { code: health };
  const pausedUntil = parts.uses.pausedUntil(account.id);
  if (pausedUntil !== undefined && pausedUntil > parts.now()) {
    return { code: 'throttled', untilAt: pausedUntil };
  }
  return undefined;
}

/** The client of an account, or why there is none. */
export async function openClient(
  parts: EngineParts,
  accountId: string,
): Promise<{ ok: true; client: GraphClient } | { ok: false; why: Why }> {
  try {
    return { ok: true, client: await parts.uses.clientFor(accountId) };
  } catch (error) {
    if (error instanceof Problem) return { ok: false, why: { code: 'sign-in' } };
    throw error;
  }
}

/** Is what this waiting target waits for over? Those with a time of their own come due by it. */
export function isOver(parts: EngineParts, accountId: string, why: Why): boolean {
  if (why.untilAt !== undefined) return false;
  if (why.code === 'offline') return parts.uses.isOnline();
  const health = parts.uses.readAccount(accountId)?.health;
  if (why.code === 'sign-in' || why.code === 'permission') return health !== why.code;
  return health === 'ok';
}
