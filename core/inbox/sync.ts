import { Problem } from '../../shared/contract/problem.ts';
import type { AccountFact } from '../../shared/facts.ts';
import type { InboxParts } from './inbox-parts.ts';
import { readBlockedPerson } from './read-blocked.ts';
import {
  freshPace,
  syncAccount,
  tickAccount,
  type AccountPace,
  type SyncResult,
} from './sync-account.ts';

const askPersonAgainMs = 10 * 60_000;
const mostRemembered = 200;

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
  /** Somebody looks at whoever began a thread: the network is asked about them, unless it just was. */
  lookAtPerson(thread: { accountId: string; personId: string | null }): void;
  /** Ends when nobody reads any more. */
  idle(): Promise<void>;
};

export function createSyncing(parts: InboxParts): Syncing {
  const { uses, tools } = parts;
  const paces = new Map<string, AccountPace>();
  /** One reader an account: two would only see each other's half. */
  const lanes = new Map<string, Promise<unknown>>();
  const ticking = new Map<string, Promise<void>>();
  const asking = new Set<Promise<void>>();
  /** When people were asked about, the newest last. */
  const askedAt = new Map<string, number>();

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

  /** Whoever looks back and forth between two people asks about each once. */
  function isNewQuestion(who: string): boolean {
    const now = tools.clock.now();
    const last = askedAt.get(who);
    if (last !== undefined && Math.abs(now - last) < askPersonAgainMs) return false;
    askedAt.delete(who);
    askedAt.set(who, now);
    const [oldest] = askedAt.keys();
    if (askedAt.size > mostRemembered && oldest !== undefined) askedAt.delete(oldest);
    return true;
  }

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
    lookAtPerson({ accountId, personId }) {
      const account = uses.readAccount(accountId);
      if (!account || account.network !== 'facebook' || personId === null) return;
      if (!mayWork(account) || !uses.mayRead(accountId)) return;
      if (!isNewQuestion(`${accountId} ${personId}`)) return;
      const work = readBlockedPerson(parts, account, personId)
        .catch((error: unknown) => void signedOut(error))
        .catch((error: unknown) => uses.report(error))
        .finally(() => asking.delete(work));
      asking.add(work);
    },
    async idle() {
      await Promise.all([...ticking.values(), ...asking]);
    },
  };
}
