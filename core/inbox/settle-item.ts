import type { AccountFact } from '../../shared/facts.ts';
import { remoteKey } from './comment-key.ts';
import type { CommentRow } from './comment-store.ts';
import type { InboxParts } from './inbox-parts.ts';
import type { OutboxRow, Standing } from './outbox-store.ts';
import { summariseThread } from './summarise-thread.ts';

/** Under which comment, in whose name. */
export type Place = { account: AccountFact; parent: CommentRow };

/** What tells one thing of the network from another: messages have ids with underscores of their own. */
export function remoteKeyOf({ kind }: Pick<OutboxRow, 'kind'>, remoteId: string): string {
  return kind === 'message' || kind === 'private-reply' ? remoteId : remoteKey(remoteId);
}

/** Writes where an item stands, and brings its thread up to date. */
export function stand(parts: InboxParts, row: OutboxRow, standing: Standing): void {
  const { tools, outbox } = parts;
  tools.transact(() => {
    outbox.stand(row, standing, tools.clock.now());
    summariseThread(parts, row.threadId);
    tools.events.changed('outbox', 'inbox');
  });
}

/** Our own words as a comment of the thread, from the receipt on; the next read finds them there
 *  already. */
function keepOwnWords(
  parts: InboxParts,
  row: OutboxRow,
  { account, parent }: Place,
  remoteId: string,
  at: number,
): void {
  const { comments } = parts;
  const key = remoteKeyOf(row, remoteId);
  if (comments.findRemote(account.id, key)) return;
  parts.terms.note([row.text, account.name]);
  comments.insert(comments.freeKey(at), {
    accountId: account.id,
    remoteId: key,
    fullRemoteId: remoteId,
    threadId: row.threadId,
    parentRemoteId: row.kind === 'message' ? null : parent.remoteId,
    fromId: account.remoteId,
    fromName: account.name,
    text: row.text,
    createdAt: at,
    mine: true,
    hidden: false,
    canReplyPrivately: null,
    outboxId: row.id,
    attachmentUrl: null,
  });
}

/** What is true here once an item is through on the network. */
function bringAbout(
  parts: InboxParts,
  row: OutboxRow,
  place: Place,
  remoteId: string | undefined,
  at: number,
): void {
  const { comments, marks } = parts;
  switch (row.kind) {
    case 'reply':
    case 'message':
      if (remoteId !== undefined) keepOwnWords(parts, row, place, remoteId, at);
      return;
    case 'hide':
      return comments.setHidden(row.commentKey, row.hidden);
    case 'private-reply':
      return comments.setPrivateReplySent(row.commentKey);
    case 'like':
      return marks.setLiked(row.commentKey, row.isOn);
    case 'block':
      return setBlocked(parts, row, place.parent, row.isOn);
    case 'edit':
      parts.terms.note([row.text]);
      return comments.update(row.commentKey, { ...place.parent, text: row.text });
    case 'delete':
      return deleteWithAnswers(parts, place.parent);
  }
}

/** The network takes the answers below a comment away with it. */
function deleteWithAnswers(
  { comments }: InboxParts,
  { key, threadId, remoteId }: CommentRow,
): void {
  comments.setDeleted(key);
  comments.setDeletedBelow(threadId, remoteId);
}

/** Who is blocked here; the outbox tells the network. */
export function setBlocked(
  { marks, tools }: InboxParts,
  { accountId, text: reason }: Pick<OutboxRow, 'accountId' | 'text'>,
  { fromId, fromName: name }: Pick<CommentRow, 'fromId' | 'fromName'>,
  isBlocked: boolean,
): void {
  if (fromId === null) return;
  if (!isBlocked) return marks.unblock(accountId, fromId);
  marks.block({
    accountId,
    personId: fromId,
    name,
    reason,
    at: tools.clock.now(),
    elsewhere: false,
  });
}

/** Settles an item as sent: receipt, what it brought about, state, in one transaction. */
export function settleSent(
  parts: InboxParts,
  row: OutboxRow,
  place: Place,
  how: {
    intentId: string | null;
    remoteId?: string | undefined;
    decidedBy: string;
    traceId?: string | undefined;
    at?: number;
  },
): void {
  const { tools, outbox } = parts;
  const now = tools.clock.now();
  tools.transact(() => {
    if (how.intentId !== null) {
      const remoteId = how.remoteId === undefined ? undefined : remoteKeyOf(row, how.remoteId);
      outbox.addReceipt(how.intentId, remoteId, now, how.traceId);
      outbox.settleIntent(how.intentId, 'done', how.decidedBy, now);
    }
    bringAbout(parts, row, place, how.remoteId, how.at ?? now);
    stand(parts, row, { state: 'sent', nextAt: null, intentId: how.intentId });
  });
}
