import type { GraphClient } from 'graph-api-client';
import { Problem } from '../../shared/contract/problem.ts';
import type { AccountFact } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { ReadResult, TimingStore } from './store.ts';
import type { TimingUses } from './timing-uses.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** What was just connected publishes and listens first. */
const settlingMs = 10 * 60_000;
const pages = 4;
const perPage = 50;

/** Reads once a day, in the background, what the accounts' own posts were answered: likes, reactions and
 *  comments, which the permissions for posting show; reach would take another permission. */
export function resultsReader(
  tools: Pick<FeatureTools, 'clock' | 'transact'>,
  store: TimingStore,
  uses: Pick<TimingUses, 'listAccounts' | 'clientFor' | 'isOnline' | 'mayRead'>,
) {
  let running: Promise<void> = Promise.resolve();
  const stop = new AbortController();

  async function read(account: AccountFact): Promise<void> {
    const results = await listResults(await uses.clientFor(account.id), account, stop.signal);
    if (stop.signal.aborted) return;
    const now = tools.clock.now();
    // A list that could not be had is asked for again soon.
    store.setNextRead(account.id, now + (results ? dayMs : hourMs));
    tools.transact(() => results?.forEach((result) => store.put(account.id, result, now)));
  }

  async function readDue(now: number): Promise<void> {
    for (const account of uses.listAccounts()) {
      const nextAt = store.nextRead(account.id);
      if (nextAt === undefined) {
        store.setNextRead(account.id, now + settlingMs);
        continue;
      }
      const isDue = now >= nextAt || nextAt - now > dayMs;
      if (stop.signal.aborted || !uses.isOnline()) return;
      if (!isDue || account.health !== 'ok' || !uses.mayRead(account.id)) continue;
      store.setNextRead(account.id, now + hourMs);
      try {
        await read(account);
      } catch (error) {
        // Signed out meanwhile: the account says so itself.
        if (!(error instanceof Problem)) throw error;
      }
    }
  }

  return {
    tick(now: number): Promise<void> {
      running = running.catch(() => undefined).then(() => readDue(now));
      return running;
    },
    async close(): Promise<void> {
      stop.abort();
      await running.catch(() => undefined);
    },
  };
}

async function listResults(
  client: GraphClient,
  account: AccountFact,
  signal: AbortSignal,
): Promise<ReadResult[] | undefined> {
  const found: ReadResult[] = [];
  let after: string | undefined;
  for (let page = 0; page < pages; page++) {
    const answer = await listPage(client, account, after, signal);
    if (!answer) return page === 0 ? undefined : found;
    found.push(...answer.items);
    after = answer.after;
    if (after === undefined) break;
  }
  return found;
}

type Listed = { items: ReadResult[]; after?: string | undefined };

async function listPage(
  client: GraphClient,
  { network, remoteId }: AccountFact,
  after: string | undefined,
  signal: AbortSignal,
): Promise<Listed | undefined> {
  const paging = { limit: perPage, ...(after !== undefined && { after }) };
  const answer =
    network === 'facebook'
      ? await client.publishedPosts({ pageId: remoteId, ...paging }, { signal })
      : await client.listMedia({ igId: remoteId, ...paging }, { signal });
  if (!answer.ok) return undefined;
  const items = answer.value.items.flatMap((post) => {
    const liked = 'reactionCount' in post ? post.reactionCount : undefined;
    const likes = liked ?? ('likeCount' in post ? post.likeCount : undefined) ?? 0;
    if (post.createdAt === undefined) return [];
    const answers = likes + (post.commentCount ?? 0);
    return [{ remoteId: post.id, publishedAt: post.createdAt, answers }];
  });
  return { items, after: answer.value.after };
}
