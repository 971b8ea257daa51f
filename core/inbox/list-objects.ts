import type { GraphClient, GraphResult, ListPage } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import { askInHalves } from './ask-in-halves.ts';
import type { InboxParts } from './inbox-parts.ts';
import { watchedForMs } from './polling.ts';

const listedObjects = 50;
/** Pages may be shorter than asked for, and empty in the middle. */
const mostListPages = 10;

type Listed = { objectId: string; publishedAt?: number | undefined; counted: number | null };

async function listPage(
  client: GraphClient,
  { network, remoteId }: AccountFact,
  paging: { limit: number; after?: string },
): Promise<GraphResult<ListPage<Listed>>> {
  if (network === 'facebook') {
    const answer = await client.publishedPosts({ pageId: remoteId, ...paging });
    return mapPage(answer, ({ id, createdAt, commentCount }) => ({
      objectId: id,
      publishedAt: createdAt,
      counted: commentCount ?? null,
    }));
  }
  const answer = await client.listMedia({ igId: remoteId, ...paging });
  return mapPage(answer, ({ id, createdAt, commentCount }) => ({
    objectId: id,
    publishedAt: createdAt,
    counted: commentCount ?? null,
  }));
}

function mapPage<T>(
  answer: GraphResult<ListPage<T>>,
  toListed: (item: T) => Listed,
): GraphResult<ListPage<Listed>> {
  if (!answer.ok) return answer;
  return { ...answer, value: { ...answer.value, items: answer.value.items.map(toListed) } };
}

/** What the network lists of the account, with its comment counts. A list that cannot be had is no
 *  reason not to read the posts that are known. */
async function listRemote(
  client: GraphClient,
  account: AccountFact,
): Promise<{ objects: Listed[]; isCut: boolean }> {
  const found = new Map<string, Listed>();
  let after: string | undefined;
  for (let pages = 0; pages < mostListPages && found.size < listedObjects; pages += 1) {
    const place = after === undefined ? {} : { after };
    const answer = await askInHalves(listedObjects, (limit) =>
      listPage(client, account, { limit, ...place }),
    );
    if (!answer.ok) return { objects: [...found.values()], isCut: true };
    const { items, after: next } = answer.value;
    for (const item of items) found.set(item.objectId, item);
    if (next === undefined || next === after) break;
    after = next;
  }
  return { objects: [...found.values()], isCut: false };
}

/** Watches the posts that the studio published lately. */
export function watchKnown({ uses, watch }: InboxParts, account: AccountFact, now: number): void {
  for (const { remoteId: objectId, publishedAt } of uses.listPublished(
    account.id,
    now - watchedForMs,
  ))
    watch.add({ accountId: account.id, objectId, publishedAt, counted: null, nextAt: now });
}

/** Watches what the network lists: one call, more where its pages are short. The ids of what it named; undefined
 *  where it did not answer. A post whose time is not told is as old as the first look at it. */
export async function watchListed(
  { uses, watch, tools }: InboxParts,
  account: AccountFact,
  now: number,
): Promise<ReadonlySet<string> | undefined> {
  const { objects, isCut } = await listRemote(await uses.clientFor(account.id), account);
  tools.transact(() => {
    for (const { publishedAt = now, ...object } of objects)
      watch.add({ accountId: account.id, ...object, publishedAt, nextAt: now });
  });
  return isCut ? undefined : new Set(objects.map(({ objectId }) => objectId));
}
