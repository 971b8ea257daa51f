import type { GraphClient, GraphFailure, GraphResult, RemoteComment } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import { messageWindow } from './deed-rules.ts';
import type { InboxParts } from './inbox-parts.ts';
import { afterFailure, ask, looksAtMs, privateReplyWithinMs, sameText } from './outbox-step.ts';
import type { OutboxRow, Standing } from './outbox-store.ts';
import type { Place } from './settle-item.ts';
import type { ThreadRow } from './thread-store.ts';

export type Sending = Place & { client: GraphClient; thread: ThreadRow };

export function readComment(
  client: GraphClient,
  account: AccountFact,
  id: string,
): Promise<GraphResult<RemoteComment>> {
  return account.network === 'facebook'
    ? client.readFacebookComment(id)
    : client.readInstagramComment(id);
}

/** Somebody else's post stands in a thread as if it were its first comment. */
export const isPostItself = ({ thread, parent }: Pick<Sending, 'thread' | 'parent'>): boolean =>
  parent.fullRemoteId === thread.postRemoteId;

/** Only comments of the account's own posts, and those of Facebook, can be read one by one. */
const cannotRead = ({ thread, account, parent }: Sending): boolean =>
  thread.kind === 'mention' &&
  (account.network === 'instagram' || isPostItself({ thread, parent }));

const refuse = (reasonCode: string): Standing => ({ state: 'refused', nextAt: null, reasonCode });
const isThrough: Standing = { state: 'sent', nextAt: null };

/** What the network says now decides whether the item still fits. Undefined means: send. */
export async function checkBefore(
  parts: InboxParts,
  row: OutboxRow,
  sending: Sending,
): Promise<Standing | undefined> {
  const now = parts.tools.clock.now();
  if (row.kind === 'message') return checkWindow(parts, row, now);
  // A person is blocked or not, whatever became of the comment.
  if (row.kind === 'block' || cannotRead(sending)) return undefined;
  const read = await readComment(sending.client, sending.account, sending.parent.fullRemoteId);
  if (read.ok) return judge(row, read.value, sending, now);
  // One read is no proof: the next ones decide whether it is gone already.
  if (row.kind === 'delete' && read.failure.reaction === 'gone')
    return { state: 'uncertain', nextAt: now + (looksAtMs[0] ?? 0), doubtAt: now };
  return afterReadFailure(read.failure, now);
}

/** Words that the network does not tell are taken for what they were. */
const isAsAnswered = ({ parentText }: OutboxRow, { text, lacksText }: RemoteComment): boolean =>
  lacksText === true || sameText(text, parentText);

function judge(
  row: OutboxRow,
  found: RemoteComment,
  { parent }: Sending,
  now: number,
): Standing | undefined {
  switch (row.kind) {
    case 'hide':
      return found.isHidden === row.hidden ? isThrough : undefined;
    case 'like':
      return found.likedByUs === row.isOn ? isThrough : undefined;
    case 'edit':
      if (found.lacksText !== true && sameText(found.text, row.text)) return isThrough;
      return isAsAnswered(row, found) ? undefined : ask('parent-changed', null);
    case 'delete':
      return isAsAnswered(row, found) ? undefined : ask('parent-changed', null);
    case 'reply':
      // Neither network takes an answer there, and neither names that as the reason.
      if (found.isHidden) return refuse('comment-hidden');
      // Refused for this one comment, it would read as if the account might answer nobody.
      if (found.canReply === false) return refuse('network-refused');
      return isAsAnswered(row, found) ? undefined : ask('parent-changed', null);
    case 'private-reply':
      if (!isAsAnswered(row, found)) return ask('parent-changed', null);
      if (now - parent.createdAt > privateReplyWithinMs) return refuse('private-reply-late');
      return found.hasPrivateReply === true || found.canReplyPrivately === false
        ? refuse('private-reply-done')
        : undefined;
    case 'message':
    case 'block':
      return undefined;
  }
}

function checkWindow(parts: InboxParts, row: OutboxRow, now: number): Standing | undefined {
  const heardAt = parts.comments.newestOfCustomer(row.threadId)?.createdAt;
  return messageWindow(heardAt, now) === 'closed' ? refuse('message-late') : undefined;
}

/** Reading or preparing proves nothing about the item: it waits, unless its comment is gone. */
export function afterReadFailure(failure: GraphFailure, now: number): Standing {
  if (failure.offline === true) return { state: 'waiting', nextAt: 0, reasonCode: 'offline' };
  if (failure.outcome === 'not-sent') return afterFailure(failure, now);
  const isTold = ['wait', 'reconnect', 'permission', 'account', 'gone'].includes(failure.reaction);
  return afterFailure(
    { ...failure, outcome: 'not-done', reaction: isTold ? failure.reaction : 'retry' },
    now,
  );
}
