import type { RemoteMessage } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import { askInHalves } from './ask-in-halves.ts';
import { askForMissing } from './ask-missing.ts';
import type { InboxParts } from './inbox-parts.ts';
import type { Pass } from './list-pages.ts';
import { isTold, talkOf, toComment } from './read-message.ts';
import { sweepList, timesBetween, type Reach, type Swept, type SweepWish } from './sweep-list.ts';
import { takeComments, type Taken } from './take-comments.ts';
import type { WatchedObject } from './watch-store.ts';

const messagesAPage = 25;
/** Absent messages asked for by themselves in one sweep. */
const mostAsked = 5;

function take(
  parts: InboxParts,
  account: AccountFact,
  { objectId }: WatchedObject,
  messages: readonly RemoteMessage[],
): Taken {
  const talk = talkOf(account, messages);
  if (!talk) return { stored: 0, updated: 0, known: 0 };
  const told = messages.flatMap((message) => toComment(account, message) ?? []);
  return takeComments(parts, account, objectId, told, { kind: 'message', talk });
}

function absentRows(
  parts: InboxParts,
  { accountId, objectId }: WatchedObject,
  pass: Pass<RemoteMessage>,
  reach: Reach,
) {
  const { items, seen, isOrdered } = pass;
  if (!isOrdered) return [];
  const toEnd = reach.toEnd && items.every(isTold);
  const between = timesBetween(pass, { ...reach, toEnd });
  if (!Number.isFinite(between.afterAt ?? 0)) return [];
  return parts.comments
    .ofObject(accountId, objectId, between)
    .filter(({ remoteId }) => !seen.has(remoteId))
    .slice(0, mostAsked)
    .flatMap(({ key }) => parts.comments.find(key) ?? []);
}

/** Reads the messages of one conversation, as far as wished. */
export async function sweepConversation(
  parts: InboxParts,
  account: AccountFact,
  object: WatchedObject,
  wish: SweepWish,
): Promise<Swept> {
  const client = await parts.uses.clientFor(account.id);
  const { objectId } = object;
  const isLost = (message: RemoteMessage) =>
    !isTold(message) && !parts.comments.findRemote(account.id, message.id);
  return sweepList<RemoteMessage>(
    parts,
    {
      source: {
        async page(after) {
          const place = after === undefined ? {} : { after };
          const answer = await askInHalves(messagesAPage, (limit) =>
            client.messages({ conversationId: objectId, limit, ...place }),
          );
          const isOver = answer.ok && !answer.value.items.every(isTold);
          // Nothing behind one of which nothing is told is told either.
          return isOver ? { ...answer, value: { items: answer.value.items } } : answer;
        },
        take: (messages) => take(parts, account, object, messages),
        keyOf: ({ id }) => id,
        atOf: (message) => (isTold(message) ? message.createdAt : undefined),
        transact: (work) => parts.tools.transact(work),
        markGap: (gap) => parts.watch.markGap(object, gap),
      },
      isBeyondReach: ({ items }) => items.some(isLost),
      async follow(pass, reach) {
        const rows = absentRows(parts, object, pass, reach);
        return {
          ...{ stored: 0, updated: 0 },
          calls: await askForMissing(parts, account, client, rows),
        };
      },
    },
    object,
    wish,
  );
}
