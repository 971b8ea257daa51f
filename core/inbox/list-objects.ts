import type { GraphClient } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import type { InboxParts } from './inbox-parts.ts';
import { watchedForMs } from './polling.ts';

const listedObjects = 50;

type Listed = { objectId: string; publishedAt: number; counted: number | null };

/** What the network lists of the account, with its comment counts. A list that cannot be had is no
 *  reason not to read the posts that are known. */
async function listRemote(
  client: GraphClient,
  account: AccountFact,
): Promise<Listed[] | undefined> {
  if (account.network === 'facebook') {
    const answer = await client.publishedPosts({ pageId: account.remoteId, limit: listedObjects });
    if (!answer.ok) return undefined;
    return answer.value.items.map((post) => ({
      objectId: post.id,
      publishedAt: post.createdAt ?? 0,
      counted: post.commentCount ?? null,
    }));
  }
  const answer = await client.listMedia({ igId: account.remoteId, limit: listedObjects });
  if (!answer.ok) return undefined;
  return answer.value.items.map((media) => ({
    objectId: media.id,
    publishedAt: media.createdAt ?? 0,
    counted: media.commentCount ?? null,
  }));
}

/** Watches the posts that the studio published lately. */
export function watchKnown({ uses, watch }: InboxParts, account: AccountFact, now: number): void {
  for (const { remoteId: objectId, publishedAt } of uses.listPublished(
    account.id,
    now - watchedForMs,
  ))
    watch.add({ accountId: account.id, objectId, publishedAt, counted: null, nextAt: now });
}

/** Watches what the network lists: one call. The ids of what it named; undefined where it did not answer. */
export async function watchListed(
  { uses, watch, tools }: InboxParts,
  account: AccountFact,
  now: number,
): Promise<ReadonlySet<string> | undefined> {
  const listed = await listRemote(await uses.clientFor(account.id), account);
  tools.transact(() => {
    for (const object of listed ?? []) watch.add({ accountId: account.id, ...object, nextAt: now });
  });
  return listed && new Set(listed.map(({ objectId }) => objectId));
}
