import type { GraphClient, GraphResult, ListPage, RemoteComment } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import { remoteKey } from './comment-key.ts';
import type { InboxParts } from './inbox-parts.ts';
import { deletedAfterMs, maxPages, pollDelayMs } from './polling.ts';
import { summariseThread } from './summarise-thread.ts';
import { takeComments } from './take-comments.ts';
import type { WatchedObject } from './watch-store.ts';

export type Swept = { stored: number; updated: number; incomplete: boolean };

const pageLimit = 50;
/** Absent comments asked for by themselves in one sweep. */
const mostAsked = 10;

type Reading = { seen: Set<string>; oldestAt: number; sawAll: boolean; newestPageFull: boolean };

function listPage(
  client: GraphClient,
  account: AccountFact,
  objectId: string,
  after: string | undefined,
): Promise<GraphResult<ListPage<RemoteComment>>> {
  const paging = { limit: pageLimit, ...(after === undefined ? {} : { after }) };
  return account.network === 'facebook'
    ? client.listFacebookComments({ objectId, ...paging })
    : client.listInstagramComments({ mediaId: objectId, ...paging });
}

/** Reads pages, newest first, until one brings nothing new; all of them when the counts disagree. */
async function readPages(
  parts: InboxParts,
  client: GraphClient,
  account: AccountFact,
  object: WatchedObject,
): Promise<{ swept: Swept; reading: Reading } | undefined> {
  const swept: Swept = { stored: 0, updated: 0, incomplete: false };
  const reading: Reading = {
    seen: new Set(),
    oldestAt: Infinity,
    sawAll: false,
    newestPageFull: false,
  };
  const readAll = object.counted !== null && object.counted !== object.countedWhenRead;
  let after: string | undefined;
  let knewNone = true;
  for (let page = 0; page < maxPages; page += 1) {
    const answer = await listPage(client, account, object.objectId, after);
    if (!answer.ok) return page === 0 ? undefined : { swept, reading };
    const { items } = answer.value;
    const fresh = items.filter((item) => !reading.seen.has(remoteKey(item.id)));
    for (const item of fresh) {
      reading.seen.add(remoteKey(item.id));
      reading.oldestAt = Math.min(reading.oldestAt, item.createdAt);
    }
    const taken = takeComments(parts, account, object.objectId, fresh);
    swept.stored += taken.stored;
    swept.updated += taken.updated;
    if (taken.known > 0) knewNone = false;
    const tops = items.filter((item) => item.parentId === undefined).length;
    reading.newestPageFull ||= page === 0 && tops >= pageLimit;
    const repeats = page > 0 && fresh.length === 0;
    after = answer.value.after;
    if (after === undefined || repeats) {
      reading.sawAll = true;
      // A full page of strangers and no way on: what lies behind it cannot be had.
      swept.incomplete =
        account.network === 'instagram' && knewNone && reading.newestPageFull && page === 0;
      break;
    }
    if (!readAll && taken.stored + taken.updated === 0) break;
  }
  return { swept, reading };
}

/** A comment that should have been among those read but was not. Lists leave comments out for many
 *  reasons: only two direct reads an hour apart that find nothing make it deleted. */
async function askForMissing(
  parts: InboxParts,
  client: GraphClient,
  account: AccountFact,
  objectId: string,
  reading: Reading,
): Promise<void> {
  const { comments, tools } = parts;
  const now = tools.clock.now();
  const sinceAt = reading.sawAll && !reading.newestPageFull ? 0 : reading.oldestAt;
  if (!Number.isFinite(sinceAt)) return;
  const absent = comments
    .ofObject(account.id, objectId, sinceAt)
    .filter((row) => !reading.seen.has(row.remoteId))
    .filter((row) => row.missingAt === null || now - row.missingAt >= deletedAfterMs)
    .slice(0, mostAsked);
  for (const row of absent) {
    const answer =
      account.network === 'facebook'
        ? await client.readFacebookComment(row.fullRemoteId)
        : await client.readInstagramComment(row.fullRemoteId);
    const isGone = !answer.ok && answer.failure.reaction === 'gone';
    tools.transact(() => {
      if (answer.ok)
        takeComments(parts, account, objectId, [{ ...answer.value, id: row.fullRemoteId }]);
      else if (isGone && row.missingAt === null) comments.setMissing(row.key, now);
      else if (isGone) {
        comments.setDeleted(row.key);
        summariseThread(parts, row.threadId);
        tools.events.changed('inbox');
      }
    });
  }
}

/** Reads the comments of one post. Undefined when the network did not answer. */
export async function sweepObject(
  parts: InboxParts,
  account: AccountFact,
  object: WatchedObject,
): Promise<Swept | undefined> {
  const client = await parts.uses.clientFor(account.id);
  const read = await readPages(parts, client, account, object);
  const now = parts.tools.clock.now();
  const nextAt = now + pollDelayMs(now - object.publishedAt);
  if (!read) {
    parts.watch.swept({ ...object, nextAt });
    return undefined;
  }
  const { swept, reading } = read;
  await askForMissing(parts, client, account, object.objectId, reading);
  parts.watch.swept({
    ...object,
    nextAt,
    countedWhenRead: reading.sawAll ? object.counted : object.countedWhenRead,
    incomplete: Number(swept.incomplete || (object.incomplete === 1 && !reading.sawAll)),
  });
  return swept;
}
