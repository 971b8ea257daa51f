import { readEveryPage, type RemoteComment } from 'graph-api-client';
import { isPostItself, readComment, type Sending } from './check-before.ts';
import { remoteKey } from './comment-key.ts';
import { findMessage } from './find-message.ts';
import type { InboxParts } from './inbox-parts.ts';
import { wordsOf } from './make-call.ts';
import { beforeIntentMs, intentAtOf, type Found } from './look-result.ts';
import {
  afterLook,
  ask,
  isSetAgain,
  looksAtMs,
  privateReplyWithinMs,
  sameText,
  sameWords,
} from './outbox-step.ts';
import type { OutboxRow, Standing } from './outbox-store.ts';
import { settleSent, stand } from './settle-item.ts';
import { isMine } from './take-comments.ts';

/** Pages of replies that are looked through for one of ours: the network may list the oldest first. */
const mostReplyPages = 10;
/** Pages of the people a Page has blocked that are looked through. */
const mostBlockedPages = 20;

/** An answer to an answer lands under the top comment of its thread, so both places are read. */
async function listReplies(
  parts: InboxParts,
  { client, account, parent, thread }: Sending,
): Promise<RemoteComment[] | undefined> {
  const top = parts.comments.findRemote(account.id, thread.topRemoteId)?.fullRemoteId;
  const replies = new Map<string, RemoteComment>();
  for (const commentId of new Set([top ?? parent.fullRemoteId, parent.fullRemoteId])) {
    const list = { commentId, limit: 50 };
    const answer = await readEveryPage<RemoteComment>(
      (place) =>
        account.network === 'facebook'
          ? client.listFacebookReplies({ ...list, ...place })
          : client.listInstagramReplies({ ...list, ...place }),
      { keyOf: ({ id }) => remoteKey(id), maxPages: mostReplyPages },
    );
    if (!answer.ok) return undefined;
    for (const item of answer.value) replies.set(remoteKey(item.id), item);
  }
  return [...replies.values()];
}

/** Where the network tells no time, what was here before the intent is older than it. */
function isSince(
  { comments }: InboxParts,
  { account }: Sending,
  { id, createdAt }: RemoteComment,
  intentAt: number,
): boolean {
  const at = createdAt ?? comments.findRemote(account.id, remoteKey(id))?.createdAt ?? intentAt;
  return at >= intentAt - beforeIntentMs;
}

/** Our own words under the parent since the intent, not the receipt of another item. */
async function findReply(parts: InboxParts, row: OutboxRow, sending: Sending): Promise<Found> {
  // What others' media hold under them is not told on Instagram.
  if (sending.account.network === 'instagram' && isPostItself(sending)) return { kind: 'unread' };
  const replies = await listReplies(parts, sending);
  if (!replies) return { kind: 'unread' };
  const intentAt = intentAtOf(parts, row);
  const words = wordsOf(row, sending);
  const matches = replies.filter(
    (item) =>
      isMine(sending.account, item) &&
      sameWords(words, item.text) &&
      isSince(parts, sending, item, intentAt) &&
      !parts.outbox.hasReceipt(remoteKey(item.id)),
  );
  const [match] = matches;
  if (!match) return { kind: 'none' };
  if (matches.length > 1) return { kind: 'several' };
  const at = match.createdAt;
  return { kind: 'found', remoteId: match.id, ...(at === undefined ? {} : { at }) };
}

/** What can be read tells whether it was done; a value that can be set again is simply set again. */
async function lookAtParent(row: OutboxRow, sending: Sending, now: number): Promise<Found> {
  const read = await readComment(sending.client, sending.account, sending.parent.fullRemoteId);
  if (!read.ok) return unreadParent(row, read.failure.reaction === 'gone');
  const isSet = (is: boolean): Found => (is ? { kind: 'found' } : { kind: 'again' });
  if (row.kind === 'hide') return isSet(read.value.isHidden === row.hidden);
  if (row.kind === 'like') return isSet(read.value.likedByUs === row.isOn);
  if (row.kind === 'edit')
    return isSet(read.value.lacksText !== true && sameText(read.value.text, row.text));
  if (row.kind === 'delete') return { kind: 'again' };
  // It was possible when the intent was written: within its time only a message ends that.
  const isInTime = now - sending.parent.createdAt <= privateReplyWithinMs;
  const isUsed = isInTime && read.value.canReplyPrivately === false;
  return read.value.hasPrivateReply === true || isUsed ? { kind: 'found' } : { kind: 'none' };
}

function unreadParent(row: OutboxRow, isGone: boolean): Found {
  if (!isGone) return { kind: 'unread' };
  // Missing once proves nothing; twice, it is deleted.
  if (row.kind === 'delete') return row.looks > 0 ? { kind: 'found' } : { kind: 'none' };
  return { kind: isSetAgain(row) ? 'gone' : 'unread' };
}

/** Whom the Page has blocked is told in a list. */
async function lookAtBlocked(row: OutboxRow, { client, account, parent }: Sending): Promise<Found> {
  let after: string | undefined;
  for (let page = 0; page < mostBlockedPages; page += 1) {
    const answer = await client.blockedPeople({
      pageId: account.pageRemoteId,
      limit: 100,
      ...(after === undefined ? {} : { after }),
    });
    if (!answer.ok) return { kind: 'unread' };
    const isThere = answer.value.items.some(({ id }) => id === parent.fromId);
    after = answer.value.after;
    if (isThere) return { kind: row.isOn ? 'found' : 'again' };
    if (after === undefined) return { kind: row.isOn ? 'again' : 'found' };
  }
  return { kind: 'again' };
}

function look(parts: InboxParts, row: OutboxRow, sending: Sending): Promise<Found> {
  if (row.kind === 'reply') return findReply(parts, row, sending);
  if (row.kind === 'message') return findMessage(parts, row, sending);
  if (row.kind === 'block') return lookAtBlocked(row, sending);
  return lookAtParent(row, sending, parts.tools.clock.now());
}

function settleNotDone(parts: InboxParts, row: OutboxRow, next: Standing): void {
  const { tools, outbox } = parts;
  tools.transact(() => {
    if (row.intentId !== null)
      outbox.settleIntent(row.intentId, 'not-done', 'reading', tools.clock.now());
    stand(parts, row, next);
  });
}

/** Reads the network to learn what became of a call without a clear answer. Never sends. */
export async function reconcileItem(
  parts: InboxParts,
  row: OutboxRow,
  sending: Sending,
): Promise<void> {
  const { outbox, tools } = parts;
  const found = await look(parts, row, sending);
  const current = outbox.find(row.id);
  if (current?.state !== 'uncertain') return;
  const now = tools.clock.now();
  if (found.kind === 'found') {
    const { remoteId, at } = found;
    settleSent(parts, current, sending, {
      intentId: current.intentId,
      remoteId,
      decidedBy: 'reading',
      ...(at === undefined ? {} : { at }),
    });
  } else if (found.kind === 'again') {
    settleNotDone(parts, current, { state: 'queued', nextAt: 0, intentId: null });
  } else if (found.kind === 'gone' && current.looks + 1 >= looksAtMs.length) {
    settleNotDone(parts, current, {
      state: 'refused',
      nextAt: null,
      reasonCode: 'comment-gone',
      intentId: null,
    });
  } else if (found.kind === 'several') {
    stand(parts, current, ask('outcome-unknown', current.doubtAt));
  } else {
    stand(parts, current, afterLook(current, now));
  }
}
