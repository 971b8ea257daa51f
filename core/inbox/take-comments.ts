import type { RemoteComment } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import { remoteKey } from './comment-key.ts';
import type { CommentRow } from './comment-store.ts';
import type { InboxParts } from './inbox-parts.ts';
import { readMeaning, summariseThread, sumOfFirst } from './summarise-thread.ts';

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

/** One page of a post's comments on its way in. */
type Taking = {
  parts: InboxParts;
  account: AccountFact;
  objectId: string;
  /** Threads whose line has to be told anew, and whether a customer wrote in them. */
  touched: Map<string, boolean>;
  /** Those of them in which the customer's words are new or others. */
  reworded: Set<string>;
  /** Texts and names that are new. */
  texts: string[];
  /** Keys of what customers newly wrote. */
  fresh: bigint[];
};

function touch({ touched }: Taking, threadId: string, spoke: boolean): void {
  touched.set(threadId, spoke || (touched.get(threadId) ?? false));
}

/** The thread a comment belongs to. A reply may come before its top comment: the thread then waits for
 *  it under the parent's id. A new thread's line is that of this comment. */
function threadFor(taking: Taking, comment: RemoteComment, row: FirstRow): string {
  const { parts, account, objectId } = taking;
  const { threads, comments, tools } = parts;
  const parent = comment.parentId === undefined ? undefined : remoteKey(comment.parentId);
  const known = parent === undefined ? undefined : comments.findRemote(account.id, parent);
  const top = parent ?? remoteKey(comment.id);
  const thread = known ? undefined : threads.findTop(account.id, top);
  const threadId = known?.threadId ?? thread?.id;
  if (threadId !== undefined) {
    // The top comment itself names the person.
    if (thread && parent === undefined)
      threads.setPerson(thread.id, comment.from?.id ?? null, nameOf(comment));
    touch(taking, threadId, !row.mine);
    if (!row.mine) taking.reworded.add(threadId);
    return threadId;
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
    ...sumOfFirst(row),
    ...(row.mine ? { intent: null, language: null } : parts.uses.understand(row.text)),
  });
  return id;
}

type FirstRow = Parameters<typeof sumOfFirst>[0];

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

function takeOne(taking: Taking, comment: RemoteComment): keyof Taken {
  const { parts, account } = taking;
  const { comments } = parts;
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
  taking.texts.push(seen.text, seen.fromName);
  if (row) {
    comments.update(row.key, { ...seen, hidden: hiddenNow(parts, row, comment) });
    if (row.text !== comment.text && !row.mine) {
      parts.threads.setUnread(row.threadId, true);
      taking.reworded.add(row.threadId);
    }
    touch(taking, row.threadId, false);
    return 'updated';
  }
  const key = comments.freeKey(comment.createdAt);
  const mine = isMine(account, comment);
  const hidden = comment.isHidden;
  comments.insert(key, {
    ...seen,
    accountId: account.id,
    remoteId,
    fullRemoteId: comment.id,
    threadId: threadFor(taking, comment, { key, text: comment.text, mine, hidden }),
    parentRemoteId: comment.parentId === undefined ? null : remoteKey(comment.parentId),
    createdAt: comment.createdAt,
    mine,
    hidden,
    outboxId: null,
  });
  if (!mine) taking.fresh.push(key);
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
    const taking: Taking = {
      parts,
      account,
      objectId,
      touched: new Map(),
      reworded: new Set(),
      texts: [],
      fresh: [],
    };
    for (const comment of sorted) taken[takeOne(taking, comment)] += 1;
    parts.terms.note(taking.texts);
    for (const [threadId, spoke] of taking.touched) summariseThread(parts, threadId, spoke);
    for (const threadId of taking.reworded) readMeaning(parts, threadId);
    if (taking.fresh.length > 0) parts.uses.onTaken?.(taking.fresh);
    if (taken.stored + taken.updated > 0) parts.tools.events.changed('inbox');
  });
  return taken;
}
