import type { GraphClient } from 'graph-api-client';
import { Problem } from '../../shared/contract/problem.ts';
import type { AccountFact } from '../../shared/facts.ts';
import type { EngineParts } from './engine-parts.ts';
import type { TargetRow } from './store.ts';
import type { Why } from './target-progress.ts';

/** Why the network cannot even be read for an account; undefined when it can. A permission or a block
 *  is about writing: what became of a call can be read all the same. */
export function readHold(parts: EngineParts, account: AccountFact): Why | undefined {
  if (!parts.uses.isOnline()) return { code: 'offline' };
  if (account.health === 'sign-in') return { code: 'sign-in' };
  const pausedUntil = parts.uses.pausedUntil(account.id);
  if (pausedUntil !== undefined && pausedUntil > parts.now()) {
    return { code: 'throttled', untilAt: pausedUntil };
  }
  return undefined;
}

/** Why work for a target has to wait; undefined when it may go on. */
export function workHold(
  parts: EngineParts,
  row: TargetRow,
  account: AccountFact,
): Why | undefined {
  // Nothing of an unapproved post leaves the studio, not even unseen.
  if (isUnapproved(parts, row)) return { code: 'approval' };
  const { health } = account;
  if (health === 'permission') return readHold(parts, account) ?? { code: health };
  // Going on makes a block worse. What a person asked for knowing of it is tried all the same.
  const isAskedFor = row.graceMs === undefined;
  if (health === 'restricted' && !isAskedFor) return readHold(parts, account) ?? { code: health };
  return readHold(parts, account);
}

function isUnapproved(parts: EngineParts, row: TargetRow): boolean {
  return row.role === 'post' && (parts.uses.awaitsApproval?.(row.postId) ?? false);
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
export function isOver(parts: EngineParts, row: TargetRow, why: Why): boolean {
  if (why.untilAt !== undefined) return false;
  if (why.code === 'approval') return !isUnapproved(parts, row);
  if (why.code === 'offline') return parts.uses.isOnline();
  const health = parts.uses.readAccount(row.accountId)?.health;
  if (why.code === 'sign-in' || why.code === 'permission') return health !== why.code;
  return health === 'ok';
}
