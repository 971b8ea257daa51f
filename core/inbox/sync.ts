import { Problem } from '../../shared/contract/problem.ts';
import type { AccountFact } from '../../shared/facts.ts';
import type { InboxParts } from './inbox-parts.ts';
import {
  freshPace,
  syncAccount,
  tickAccount,
  type AccountPace,
  type SyncResult,
} from './sync-account.ts';

/** An account that lost its sign-in in the middle of reading has brought what it has; the others go on. */
function signedOut(error: unknown): SyncResult {
  if (error instanceof Problem && error.code === 'token-missing') {
    return { stored: 0, updated: 0, incomplete: false };
  }
  throw error;
}

export type Syncing = {
  /** Reads everything of the accounts now. */
  syncNow(accountId?: string): Promise<SyncResult>;
  /** Reads what is due. */
  tick(now: number): Promise<void>;
  /** Ends when nobody reads any more. */
  idle(): Promise<void>;
};

export function createSyncing(parts: InboxParts): Syncing {
  const { uses, tools } = parts;
  const paces = new Map<string, AccountPace>();
  /** One reader an account: two would only see each other's half. */
  const lanes = new Map<string, Promise<unknown>>();
  const ticking = new Map<string, Promise<void>>();

  function inLane<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    const before = lanes.get(accountId) ?? Promise.resolve();
    const next = before.then(work, work);
    lanes.set(
      accountId,
      next.catch(() => undefined),
    );
    return next;
  }

  function paceOf(accountId: string): AccountPace {
    const pace = paces.get(accountId) ?? freshPace();
    paces.set(accountId, pace);
    return pace;
  }

  /** Going on during a pause only makes it longer. */
  const mayAsk = (account: AccountFact) => {
    const until = uses.pausedUntil(account.id);
    const isPaused = until !== undefined && until > tools.clock.now();
    return uses.isOnline() && account.health !== 'sign-in' && !isPaused;
  };
  const mayWork = (account: AccountFact) =>
    mayAsk(account) && (account.health === 'ok' || account.health === 'throttled');

  async function lookAfter(account: AccountFact, now: number): Promise<void> {
    if (!mayWork(account) || !uses.mayRead(account.id)) return;
    await tickAccount(parts, account, paceOf(account.id), now);
  }

  /** A slow account holds up none of the others: it is passed over until it is through. */
  function tickOnce(account: AccountFact, now: number): Promise<void> {
    const running = ticking.get(account.id);
    if (running) return running;
    const work = inLane(account.id, () => lookAfter(account, now))
      .catch((error: unknown) => uses.report(error))
      .finally(() => ticking.delete(account.id));
    ticking.set(account.id, work);
    return work;
  }

  return {
    async syncNow(accountId) {
      const accounts = uses
        .listAccounts()
        .filter(
          (account) => (accountId === undefined || account.id === accountId) && mayAsk(account),
        );
      const results = await Promise.all(
        accounts.map((account) =>
          inLane(account.id, () => syncAccount(parts, account, paceOf(account.id))).catch(
            signedOut,
          ),
        ),
      );
      return {
        stored: results.reduce((sum, one) => sum + one.stored, 0),
        updated: results.reduce((sum, one) => sum + one.updated, 0),
        incomplete: results.some((one) => one.incomplete),
      };
    },
    async tick(now) {
      await Promise.all(uses.listAccounts().map((account) => tickOnce(account, now)));
    },
    async idle() {
      await Promise.all(ticking.values());
    },
  };
}
