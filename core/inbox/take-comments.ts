import type { RemoteAttachment, RemoteComment } from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import { remoteKey } from './comment-key.ts';
import type { CommentRow, NewComment } from './comment-store.ts';
import type { InboxParts } from './inbox-parts.ts';
import { meaningOfNew, readMeaning, summariseThread, sumOfNew } from './summarise-thread.ts';
import type { NewThread } from './thread-store.ts';

/** A conversation: all its messages are one thread with one person. */
export type Talk = { personId: string | null; personName: string };

/** What is read, when it is not the comments under a post of ours. */
export type TakenAs = { kind: 'message'; talk: Talk } | { kind: 'mention' };

export type Taken = { stored: number; updated: number; known: number };

/** Ids of messages have underscores of their own. */
function keyOf(id: string, as: TakenAs | undefined): string {
  return as?.kind === 'message' ? id : remoteKey(id);
}

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

type Fresh = { key: bigint; comment: NewComment };
type Begun = Pick<
  NewThread,
  | 'id'
  | 'accountId'
  | 'network'
  | 'postRemoteId'
  | 'topRemoteId'
  | 'personId'
  | 'personName'
  | 'kind'
>;

/** One page of a post's comments on its way in. What is new is gathered, and written at once. */
type Taking = {
  parts: InboxParts;
  account: AccountFact;
  objectId: string;
  as: TakenAs | undefined;
  /** UTC ms at which the network was asked: what got there since is newer than what it said. */
  askedAt: number;
  /** New comments by their id on the network; their keys. */
  fresh: Map<string, Fresh>;
  keys: Set<bigint>;
  /** New threads by the id of their top comment. */
  begun: Map<string, Begun>;
  begunIds: Set<string>;
  /** Known threads whose line has to be told anew, and whether a customer wrote in them. */
  touched: Map<string, boolean>;
  /** Those of them in which the customer's words are new or others. */
  reworded: Set<string>;
  /** Texts and names that are new. */
  texts: string[];
  /** New comments that the account likes. */
  liked: bigint[];
  /** What came with comments that are new or others. */
  attached: { key: bigint; attachments: readonly RemoteAttachment[] }[];
};

function touch({ touched }: Taking, threadId: string, spoke: boolean): void {
  touched.set(threadId, spoke || (touched.get(threadId) ?? false));
}

/** The thread a new comment belongs to. A reply may come before its top comment: the thread then waits for
 *  it under the parent's id. */
function threadFor(taking: Taking, comment: RemoteComment, mine: boolean): string {
  const { parts, account, objectId, begun, as } = taking;
  const parent = comment.parentId === undefined ? undefined : remoteKey(comment.parentId);
  const talk = as?.kind === 'message' ? as.talk : undefined;
  const top = talk ? objectId : (parent ?? remoteKey(comment.id));
  const beside = parent === undefined ? undefined : taking.fresh.get(parent)?.comment.threadId;
  const known = beside ?? knownThread(taking, comment, top);
  if (known !== undefined) {
    if (taking.begunIds.has(known)) return known;
    touch(taking, known, !mine);
    if (!mine) taking.reworded.add(known);
    return known;
  }
  const id = parts.tools.newId();
  taking.begunIds.add(id);
  begun.set(top, {
    ...{ id, accountId: account.id, network: account.network },
    ...{ postRemoteId: objectId, topRemoteId: top },
    ...(talk ?? { personId: comment.from?.id ?? null, personName: nameOf(comment) }),
    ...(as ? { kind: as.kind } : {}),
  });
  return id;
}

/** The thread under that top comment, if there is one. */
function knownThread(taking: Taking, comment: RemoteComment, top: string): string | undefined {
  const { account, begun, parts, as } = taking;
  const isReply = comment.parentId !== undefined;
  const parent = isReply ? parts.comments.findRemote(account.id, top) : undefined;
  const thread = parent ? undefined : (begun.get(top) ?? parts.threads.findTop(account.id, top));
  // The top comment itself names the person.
  if (thread && !isReply && as?.kind !== 'message')
    parts.threads.setPerson(thread.id, comment.from?.id ?? null, nameOf(comment));
  // Words that named nobody came before.
  else if (thread && as?.kind === 'message' && thread.personId === null)
    parts.threads.setPerson(thread.id, as.talk.personId, as.talk.personName);
  return parent?.threadId ?? thread?.id;
}

/** What the network leaves out is as it was. */
function withKnown(row: CommentRow | undefined, told: RemoteComment): RemoteComment {
  if (!row || (told.lacksText !== true && told.isHidden !== undefined)) return told;
  const text = told.lacksText === true ? row.text : told.text;
  return { ...told, text, isHidden: told.isHidden ?? row.hidden };
}

function isSame(row: CommentRow, comment: RemoteComment): boolean {
  return (
    row.text === comment.text &&
    row.hidden === (comment.isHidden ?? row.hidden) &&
    !row.deleted &&
    row.missingAt === null &&
    row.canReplyPrivately === (comment.canReplyPrivately ?? null) &&
    (row.attachmentUrl === null) === (comment.attachmentUrl === undefined) &&
    (nameOf(comment) === '' || row.fromName === nameOf(comment))
  );
}

/** A hide of ours on its way is newer than what the network still says. */
function hiddenNow(
  { parts, askedAt }: Taking,
  row: CommentRow,
  { isHidden = row.hidden }: RemoteComment,
): boolean {
  return parts.outbox.newestWish(row.key, 'hide', askedAt)?.hidden ?? isHidden;
}

/** A like given or taken back elsewhere; a like of ours on its way is newer. Answers whether it is others now. */
function takeLike({ parts, askedAt }: Taking, { key }: CommentRow, comment: RemoteComment) {
  const { marks, outbox } = parts;
  const { likedByUs } = comment;
  if (likedByUs === undefined || marks.isLiked(key) === likedByUs) return false;
  if (outbox.newestWish(key, 'like', askedAt)) return false;
  marks.setLiked(key, likedByUs);
  return true;
}

/** When it was written. Where the network does not tell: with the comment that it answers, if both come
 *  together; else when it was first seen, and what the first look at a post finds is as old as the post. */
function writtenAt(
  { parts, account, objectId, askedAt, fresh }: Taking,
  { createdAt, parentId }: RemoteComment,
): number {
  if (createdAt !== undefined) return createdAt;
  const parent = parentId === undefined ? undefined : fresh.get(remoteKey(parentId));
  if (parent) return parent.comment.createdAt;
  const object = parts.watch.find(account.id, objectId);
  return object?.readAt === null && object.publishedAt > 0 ? object.publishedAt : askedAt;
}

function isUnwanted(
  { parts, account }: Taking,
  { from }: RemoteComment,
  { remoteId, createdAt }: { remoteId: string; createdAt: number },
): boolean {
  const one = { accountId: account.id, authorId: from?.id ?? null, remoteId, createdAt };
  return parts.uses.isUnwanted?.(one) ?? false;
}

/** Mentions tell the address of their picture alone. */
function noteAttached(
  { attached }: Taking,
  key: bigint,
  comment: RemoteComment,
  hadSome = false,
): void {
  const { attachmentUrl: url, attachments = url === undefined ? [] : [{ kind: 'image', url }] } =
    comment;
  if (attachments.length > 0 || hadSome) attached.push({ key, attachments });
}

function takeOne(taking: Taking, told: RemoteComment): keyof Taken {
  const { parts, account } = taking;
  const { comments } = parts;
  const remoteId = keyOf(told.id, taking.as);
  const row = comments.findRemote(account.id, remoteId);
  const comment = withKnown(row, told);
  const isLikeOther = row !== undefined && takeLike(taking, row, comment);
  if (row && isSame(row, comment)) return isLikeOther ? 'updated' : 'known';
  // The shop did away with it: what the network still lists does not come back.
  const createdAt = row?.createdAt ?? writtenAt(taking, comment);
  if (!row && isUnwanted(taking, comment, { remoteId, createdAt })) return 'known';
  const seen = {
    text: comment.text,
    fromId: comment.from?.id ?? null,
    fromName: nameOf(comment) || row?.fromName || '',
    canReplyPrivately: comment.canReplyPrivately ?? null,
    attachmentUrl: comment.attachmentUrl ?? null,
  };
  taking.texts.push(seen.text, seen.fromName);
  if (row) {
    noteAttached(taking, row.key, comment, row.attachmentUrl !== null);
    comments.update(row.key, { ...seen, hidden: hiddenNow(taking, row, comment) });
    if (row.text !== comment.text && !row.mine) {
      parts.threads.setUnread(row.threadId, true);
      taking.reworded.add(row.threadId);
    }
    touch(taking, row.threadId, false);
    return 'updated';
  }
  const key = comments.freeKey(createdAt, (other) => taking.keys.has(other));
  const mine = isMine(account, comment);
  taking.keys.add(key);
  noteAttached(taking, key, comment);
  if (comment.likedByUs === true) taking.liked.push(key);
  const place = {
    ...{ accountId: account.id, remoteId, fullRemoteId: comment.id },
    threadId: threadFor(taking, comment, mine),
    parentRemoteId: comment.parentId === undefined ? null : remoteKey(comment.parentId),
  };
  const { isHidden: hidden = false } = comment;
  taking.fresh.set(remoteId, {
    key,
    comment: { ...seen, ...place, createdAt, mine, hidden, outboxId: null },
  });
  return 'stored';
}

/** Writes what is new of the page, each thread with its line ready. */
function writeNew({ parts, fresh, begun, liked, attached }: Taking): void {
  const said = Map.groupBy(fresh.values(), ({ comment }) => comment.threadId);
  const ready = [...begun.values()].flatMap((thread) => {
    const [first, ...others] = (said.get(thread.id) ?? []).map(({ key, comment }) => ({
      ...comment,
      key,
    }));
    if (!first) return [];
    const sum = sumOfNew([first, ...others]);
    return [{ ...thread, ...sum, ...meaningOfNew(parts, [first, ...others]) }];
  });
  parts.threads.insertAll(ready);
  parts.comments.insertAll([...fresh.values()]);
  for (const key of liked) parts.marks.setLiked(key, true);
  for (const { key, attachments } of attached) parts.uses.pictures.note(key, attachments);
}

/** Keeps what a page of the network's list brought, each comment once however often it comes. `askedAt` (UTC
 *  ms): when it was asked for. */
export function takeComments(
  parts: InboxParts,
  account: AccountFact,
  objectId: string,
  page: readonly RemoteComment[],
  as?: TakenAs,
  askedAt: number = parts.tools.clock.now(),
): Taken {
  // A page may name a comment twice.
  const named = new Map(page.map((comment) => [keyOf(comment.id, as), comment]));
  const taken: Taken = { stored: 0, updated: 0, known: page.length - named.size };
  if (page.length === 0) return taken;
  // Tops before their replies, so that a thread is made by its top comment where both are at hand; lists
  // name the newest first, and of one second the older comes to stand before the newer.
  const sorted = [...named.values()]
    .reverse()
    .sort((a, b) => Number(a.parentId !== undefined) - Number(b.parentId !== undefined));
  parts.tools.transact(() => {
    const taking: Taking = {
      ...{ parts, account, objectId, as, askedAt },
      ...{ fresh: new Map(), keys: new Set(), begun: new Map(), begunIds: new Set() },
      ...{ touched: new Map(), reworded: new Set(), texts: [], liked: [], attached: [] },
    };
    for (const comment of sorted) taken[takeOne(taking, comment)] += 1;
    writeNew(taking);
    parts.terms.note(taking.texts);
    for (const [threadId, spoke] of taking.touched) summariseThread(parts, threadId, spoke);
    for (const threadId of taking.reworded) readMeaning(parts, threadId);
    const heard = [...taking.fresh.values()].filter(({ comment }) => !comment.mine);
    if (heard.length > 0) parts.uses.onTaken?.(heard.map(({ key }) => key));
    if (taken.stored + taken.updated > 0) parts.tools.events.changed('inbox');
  });
  return taken;
}
