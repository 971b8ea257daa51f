import type { GraphClient, RemoteComment } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import { askInHalves } from './ask-in-halves.ts';
import { askForMissing } from './ask-missing.ts';
import { remoteKey } from './comment-key.ts';
import type { ListedComment } from './comment-store.ts';
import type { InboxParts } from './inbox-parts.ts';
import type { Pass } from './list-pages.ts';
import { maxPages } from './polling.ts';
import {
  rowsAPage,
  sweepList,
  timesBetween,
  type Followed,
  type Reach,
  type Swept,
  type SweepWish,
} from './sweep-list.ts';
import { takeComments } from './take-comments.ts';
import type { WatchedObject } from './watch-store.ts';

/** Absent comments asked for by themselves in one sweep. */
const mostAsked = 10;

type Sweeping = {
  parts: InboxParts;
  client: GraphClient;
  account: AccountFact;
  object: WatchedObject;
};

function listPage({ client, account, object }: Sweeping, after: string | undefined) {
  const { objectId } = object;
  return askInHalves(rowsAPage, (limit) => {
    const paging = { limit, ...(after === undefined ? {} : { after }) };
    return account.network === 'facebook'
      ? client.listFacebookComments({ objectId, ...paging })
      : client.listInstagramComments({ mediaId: objectId, ...paging });
  });
}

const isTop = ({ parentId }: RemoteComment) => parentId === undefined;

/** Rows that should have been among those read but were not. */
function absentRows({ parts, account, object }: Sweeping, pass: Pass<RemoteComment>, reach: Reach) {
  const { fromTop, toEnd } = reach;
  const isTelling = toEnd || (pass.isOrdered && pass.oldestAt < pass.newestAt);
  if (!isTelling || (toEnd && !fromTop && !pass.isOrdered)) return [];
  const { comments } = parts;
  const between = comments.ofObject(account.id, object.objectId, timesBetween(pass, reach));
  return listedAs(account, comments, pass, between)
    .filter(({ remoteId }) => !pass.seen.has(remoteId))
    .slice(0, mostAsked)
    .flatMap(({ key }) => comments.find(key) ?? []);
}

/** Instagram lists replies with their comment, however much later they were written. */
function listedAs(
  { id, network }: AccountFact,
  comments: InboxParts['comments'],
  { items }: Pass<RemoteComment>,
  between: ListedComment[],
): ListedComment[] {
  if (network === 'facebook') return between;
  const tops = items.filter(isTop).map((top) => remoteKey(top.id));
  return [
    ...between.filter(({ parentRemoteId }) => parentRemoteId === null),
    ...comments.repliesTo(id, tops),
  ];
}

/** Comments of which the network said so, and those with as many replies as it tells at once. */
function withFurtherReplies({ items }: Pass<RemoteComment>): Set<string> {
  const counts = new Map<string, number>();
  for (const { parentId } of items)
    if (parentId !== undefined) counts.set(parentId, (counts.get(parentId) ?? 0) + 1);
  const full = [...counts].flatMap(([id, count]) => (count < rowsAPage ? [] : [id]));
  const named = items.flatMap(({ id, hasMoreReplies }) => (hasMoreReplies ? [id] : []));
  return new Set([...named, ...full]);
}

/** Replies beyond those that Instagram tells with their comment. */
async function readFurtherReplies(
  sweeping: Sweeping,
  pass: Pass<RemoteComment>,
): Promise<Followed> {
  const { parts, client, account, object } = sweeping;
  const sum: Followed = { calls: 0, stored: 0, updated: 0 };
  for (const commentId of withFurtherReplies(pass)) {
    let after: string | undefined;
    let pages = 0;
    do {
      const paging = { limit: rowsAPage, ...(after === undefined ? {} : { after }) };
      const answer = await client.listInstagramReplies({ commentId, ...paging });
      sum.calls += 1;
      if (!answer.ok) break;
      const { items } = answer.value;
      for (const item of items) pass.seen.add(remoteKey(item.id));
      const { stored, updated } = takeComments(parts, account, object.objectId, items);
      sum.stored += stored;
      sum.updated += updated;
      const next = answer.value.after;
      after = next === after ? undefined : next;
      pages += 1;
    } while (after !== undefined && pages < maxPages);
  }
  return sum;
}

/** Reads the comments of one post, as far as wished. */
export async function sweepObject(
  parts: InboxParts,
  account: AccountFact,
  object: WatchedObject,
  wish: SweepWish,
): Promise<Swept> {
  const client = await parts.uses.clientFor(account.id);
  const sweeping: Sweeping = { parts, client, account, object };
  const isInstagram = account.network === 'instagram';
  const now = () => parts.tools.clock.now();
  let askedAt = now();
  return sweepList<RemoteComment>(
    parts,
    {
      source: {
        page(after) {
          askedAt = now();
          return listPage(sweeping, after);
        },
        take: (items) => takeComments(parts, account, object.objectId, items, undefined, askedAt),
        keyOf: ({ id }) => remoteKey(id),
        // Where replies follow their comment only tops stand in order.
        atOf: (comment) => (isInstagram && !isTop(comment) ? undefined : comment.createdAt),
        transact: (work) => parts.tools.transact(work),
        markGap: (gap) => parts.watch.markGap(object, gap),
      },
      isBeyondReach: (pass) => isInstagram && isBeyondReach(pass, object.counted),
      async follow(pass, reach) {
        const none = { calls: 0, stored: 0, updated: 0 };
        const further = isInstagram ? await readFurtherReplies(sweeping, pass) : none;
        const rows = absentRows(sweeping, pass, reach);
        const asked = await askForMissing(parts, account, client, rows);
        return { ...further, calls: further.calls + asked };
      },
    },
    object,
    wish,
  );
}

/** A full first page of strangers and no way on. */
function isBeyondReach(
  { outcome, calls, strangers, items }: Pass<RemoteComment>,
  counted: number | null,
): boolean {
  const isStuck = outcome === 'refused' || (outcome === 'end' && calls === 1);
  const tops = items.filter(isTop).length;
  return (
    isStuck && strangers > 0 && tops >= rowsAPage && (counted === null || counted > items.length)
  );
}
