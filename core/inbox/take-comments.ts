import type { RemoteComment } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import { remoteKey } from './comment-key.ts';
import type { CommentRow } from './comment-store.ts';
import type { InboxParts } from './inbox-parts.ts';
import { summariseThread } from './summarise-thread.ts';

export type Taken = { stored: number; updated: number; known: number };

/** Did the account itself write this? */
export function isMine(account: AccountFact, comment: RemoteComment): boolean {
  const { from } = comment;
  if (!from) return false;
  if (from.id !== undefined && (from.id === account.remoteId || from.id === account.pageRemoteId))
    return true;
  return account.username !== undefined && from.username === account.username;
}

function nameOf(comment: RemoteComment): string {
  return comment.from?.name ?? comment.from?.username ?? '';
}

/** The thread a comment belongs to. A reply may come before its top comment: the thread then waits for
 *  it under the parent's id. */
function threadFor(
  parts: InboxParts,
  account: AccountFact,
  objectId: string,
  comment: RemoteComment,
): string {
  const { threads, comments, tools } = parts;
  const parent = comment.parentId === undefined ? undefined : remoteKey(comment.parentId);
  const known = parent === undefined ? undefined : comments.findRemote(account.id, parent);
  if (known) return known.threadId;
  const top = parent ?? remoteKey(comment.id);
  const thread = threads.findTop(account.id, top);
  if (thread) {
    // The top comment itself names the person.
    if (parent === undefined)
      threads.setPerson(thread.id, comment.from?.id ?? null, nameOf(comment));
    return thread.id;
  }
  const id = tools.newId();
  threads.insert({
    id,
    accountId: account.id,
    network: account.network,
    postRemoteId: objectId,
    topRemoteId: top,
    personId: comment.from?.id ?? null,
    personName: nameOf(comment),
    lastKey: comments.freeKey(comment.createdAt),
    snippet: '',
  });
  return id;
}

function isSame(row: CommentRow, comment: RemoteComment): boolean {
  return (
    row.text === comment.text &&
    row.hidden === comment.isHidden &&
    !row.deleted &&
    row.missingAt === null &&
    row.canReplyPrivately === (comment.canReplyPrivately ?? null) &&
    (row.attachmentUrl === null) === (comment.attachmentUrl === undefined) &&
    (nameOf(comment) === '' || row.fromName === nameOf(comment))
  );
}

/** A hide of ours on its way is newer than what the network still says. */
function hiddenNow(parts: InboxParts, row: CommentRow, comment: RemoteComment): boolean {
  const ours = parts.outbox
    .openOfThread(row.threadId)
    .findLast((item) => item.kind === 'hide' && item.commentKey === row.key);
  return ours ? ours.hidden : comment.isHidden;
}

function takeOne(
  parts: InboxParts,
  account: AccountFact,
  objectId: string,
  comment: RemoteComment,
): keyof Taken {
  const { comments, threads } = parts;
  const remoteId = remoteKey(comment.id);
  const row = comments.findRemote(account.id, remoteId);
  if (row && isSame(row, comment)) return 'known';
  const seen = {
    text: comment.text,
    fromId: comment.from?.id ?? null,
    fromName: nameOf(comment) || row?.fromName || '',
    canReplyPrivately: comment.canReplyPrivately ?? null,
    attachmentUrl: comment.attachmentUrl ?? null,
  };
  if (row) {
    const wasSpoken = row.text !== comment.text;
    comments.update(row.key, { ...seen, hidden: hiddenNow(parts, row, comment) });
    if (wasSpoken && !row.mine) threads.setUnread(row.threadId, true);
    summariseThread(parts, row.threadId);
    return 'updated';
  }
  const threadId = threadFor(parts, account, objectId, comment);
  const mine = isMine(account, comment);
  comments.insert(comments.freeKey(comment.createdAt), {
    ...seen,
    accountId: account.id,
    remoteId,
    fullRemoteId: comment.id,
    threadId,
    parentRemoteId: comment.parentId === undefined ? null : remoteKey(comment.parentId),
    createdAt: comment.createdAt,
    mine,
    hidden: comment.isHidden,
    outboxId: null,
  });
  if (!mine) threads.noteSpoken(threadId);
  summariseThread(parts, threadId);
  return 'stored';
}

/** Keeps what a page of the network's list brought, each comment once however often it comes. */
export function takeComments(
  parts: InboxParts,
  account: AccountFact,
  objectId: string,
  page: readonly RemoteComment[],
): Taken {
  const taken: Taken = { stored: 0, updated: 0, known: 0 };
  if (page.length === 0) return taken;
  // Tops before their replies, so that a thread is made by its top comment where both are at hand.
  const sorted = [...page].sort(
    (a, b) => Number(a.parentId !== undefined) - Number(b.parentId !== undefined),
  );
  parts.tools.transact(() => {
    for (const comment of sorted) taken[takeOne(parts, account, objectId, comment)] += 1;
    if (taken.stored + taken.updated > 0) parts.tools.events.changed('inbox');
  });
  return taken;
}
