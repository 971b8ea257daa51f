import type { GraphClient } from 'graph-api-client';
import { Problem } from '../../shared/contract/problem.ts';
import type { AccountFact } from '../../shared/facts.ts';
import type { InboxParts } from './inbox-parts.ts';
import { listEveryMs, watchedForMs } from './polling.ts';
import { sweepObject } from './sweep-object.ts';
import type { WatchedObject } from './watch-store.ts';

export type SyncResult = { stored: number; updated: number; incomplete: boolean };

const sweptPerTick = 20;
const sweptWhenAsked = 100;
const listedObjects = 50;

type Listed = { objectId: string; publishedAt: number; counted: number | null };

/** An account that lost its sign-in in the middle of reading has brought what it has; the others go on. */
function signedOut(error: unknown): SyncResult {
  if (error instanceof Problem && error.code === 'token-missing') {
    return { stored: 0, updated: 0, incomplete: false };
  }
  throw error;
}

/** What the network lists of the account, with its comment counts. A list that cannot be had is no
 *  reason not to read the posts that are known. */
async function listRemote(client: GraphClient, account: AccountFact): Promise<Listed[]> {
  if (account.network === 'facebook') {
    const answer = await client.publishedPosts({ pageId: account.remoteId, limit: listedObjects });
    if (!answer.ok) return [];
    return answer.value.items.map((post) => ({
      objectId: post.id,
      publishedAt: post.createdAt ?? 0,
      counted: post.commentCount ?? null,
    }));
  }
  const answer = await client.listMedia({ igId: account.remoteId, limit: listedObjects });
  if (!answer.ok) return [];
  return answer.value.items.map((media) => ({
    objectId: media.id,
    publishedAt: media.createdAt ?? 0,
    counted: media.commentCount ?? null,
  }));
}

export type Syncing = {
  /** Reads everything of the accounts now. */
  syncNow(accountId?: string): Promise<SyncResult>;
  /** Reads what is due. */
  tick(now: number): Promise<void>;
};

export function createSyncing(parts: InboxParts): Syncing {
  const { uses, watch, tools } = parts;
  const listedAt = new Map<string, number>();
  /** One reader an account: two would only see each other's half. */
  const lanes = new Map<string, Promise<unknown>>();

  function inLane<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    const before = lanes.get(accountId) ?? Promise.resolve();
    const next = before.then(work, work);
    lanes.set(
      accountId,
      next.catch(() => undefined),
    );
    return next;
  }

  function watchKnown(account: AccountFact, now: number): void {
    for (const post of uses.listPublished(account.id, now - watchedForMs)) {
      const { remoteId: objectId, publishedAt } = post;
      watch.add({ accountId: account.id, objectId, publishedAt, counted: null, nextAt: now });
    }
  }

  async function listObjects(account: AccountFact, now: number): Promise<void> {
    watchKnown(account, now);
    const listed = await listRemote(await uses.clientFor(account.id), account);
    listedAt.set(account.id, now);
    tools.transact(() => {
      for (const object of listed) watch.add({ accountId: account.id, ...object, nextAt: now });
    });
  }

  async function sweepAll(account: AccountFact, objects: WatchedObject[]): Promise<SyncResult> {
    const sum: SyncResult = { stored: 0, updated: 0, incomplete: false };
    for (const object of objects) {
      if (!uses.isOnline()) break;
      const swept = await sweepObject(parts, account, object);
      sum.stored += swept?.stored ?? 0;
      sum.updated += swept?.updated ?? 0;
      sum.incomplete ||= swept?.incomplete ?? false;
    }
    return sum;
  }

  /** Going on during a pause only makes it longer. */
  const mayAsk = (account: AccountFact) => {
    const until = uses.pausedUntil(account.id);
    const isPaused = until !== undefined && until > tools.clock.now();
    return uses.isOnline() && account.health !== 'sign-in' && !isPaused;
  };
  const mayWork = (account: AccountFact) =>
    mayAsk(account) && (account.health === 'ok' || account.health === 'throttled');

  async function syncAccount(account: AccountFact): Promise<SyncResult> {
    await listObjects(account, tools.clock.now());
    return sweepAll(account, watch.newest(account.id, sweptWhenAsked));
  }

  async function tickAccount(account: AccountFact, now: number): Promise<void> {
    if (!mayWork(account) || !uses.mayRead(account.id)) return;
    const last = listedAt.get(account.id);
    if (last === undefined || Math.abs(now - last) >= listEveryMs) await listObjects(account, now);
    else watchKnown(account, now);
    await sweepAll(account, watch.due(account.id, now, sweptPerTick));
  }

  return {
    async syncNow(accountId) {
      const accounts = uses
        .listAccounts()
        .filter(
          (account) => (accountId === undefined || account.id === accountId) && mayAsk(account),
        );
      const results = await Promise.all(
        accounts.map((account) => inLane(account.id, () => syncAccount(account)).catch(signedOut)),
      );
      return {
        stored: results.reduce((sum, one) => sum + one.stored, 0),
        updated: results.reduce((sum, one) => sum + one.updated, 0),
        incomplete: results.some((one) => one.incomplete),
      };
    },
    async tick(now) {
      const work = uses
        .listAccounts()
        .map((account) =>
          inLane(account.id, () => tickAccount(account, now)).catch((error: unknown) =>
            uses.report(error),
          ),
        );
      await Promise.all(work);
    },
  };
}
