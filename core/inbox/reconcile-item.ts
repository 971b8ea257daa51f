import type { GraphResult, ListPage, RemoteComment } from 'graph-api-client';
import { remoteKey } from './comment-key.ts';
import type { InboxParts } from './inbox-parts.ts';
import {
  afterLook,
  ask,
  isSetAgain,
  looksAtMs,
  privateReplyWithinMs,
  sameText,
} from './outbox-step.ts';
import type { OutboxRow, Standing } from './outbox-store.ts';
import { readComment, settleSent, stand, type Sending } from './send-item.ts';
import { isMine } from './take-comments.ts';

/** The network's clock may run a little before ours. */
const beforeIntentMs = 120_000;

type Found =
  | { kind: 'found'; remoteId?: string; at?: number }
  | { kind: 'none' }
  | { kind: 'several' }
  | { kind: 'unread' }
  | { kind: 'gone' }
  | { kind: 'again' };

/** An answer to an answer lands under the top comment of its thread, so both places are read. */
async function listReplies(
  parts: InboxParts,
  row: OutboxRow,
  { client, account, parent }: Sending,
): Promise<RemoteComment[] | undefined> {
  const top = parts.threads.find(row.threadId)?.topRemoteId;
  const topId = top && parts.comments.findRemote(account.id, top)?.fullRemoteId;
  const replies = new Map<string, RemoteComment>();
  for (const commentId of new Set([topId ?? parent.fullRemoteId, parent.fullRemoteId])) {
    const list = { commentId, limit: 50 };
    const answer: GraphResult<ListPage<RemoteComment>> =
      account.network === 'facebook'
        ? await client.listFacebookReplies(list)
        : await client.listInstagramReplies(list);
    if (!answer.ok) return undefined;
    for (const item of answer.value.items) replies.set(remoteKey(item.id), item);
  }
  return [...replies.values()];
}

/** Our own words under the parent since the intent, not the receipt of another item. */
async function findReply(parts: InboxParts, row: OutboxRow, sending: Sending): Promise<Found> {
  const replies = await listReplies(parts, row, sending);
  if (!replies) return { kind: 'unread' };
  const intentAt =
    (row.intentId === null ? undefined : parts.outbox.findIntent(row.intentId)?.at) ??
    row.createdAt;
  const matches = replies.filter(
    (item) =>
      isMine(sending.account, item) &&
      sameText(item.text, row.text) &&
      item.createdAt >= intentAt - beforeIntentMs &&
      !parts.outbox.hasReceipt(remoteKey(item.id)),
  );
  const [match] = matches;
  if (!match) return { kind: 'none' };
  return matches.length === 1
    ? { kind: 'found', remoteId: match.id, at: match.createdAt }
    : { kind: 'several' };
}

/** What can be read tells whether it was done; a value that can be set again is simply set again. */
async function lookAtParent(row: OutboxRow, sending: Sending, now: number): Promise<Found> {
  const read = await readComment(sending.client, sending.account, sending.parent.fullRemoteId);
  if (!read.ok)
    return { kind: isSetAgain(row) && read.failure.reaction === 'gone' ? 'gone' : 'unread' };
  if (row.kind === 'hide')
    return read.value.isHidden === row.hidden ? { kind: 'found' } : { kind: 'again' };
  // It was possible when the intent was written: within its time only a message ends that.
  const isInTime = now - sending.parent.createdAt <= privateReplyWithinMs;
  const isUsed = isInTime && read.value.canReplyPrivately === false;
  return read.value.hasPrivateReply === true || isUsed ? { kind: 'found' } : { kind: 'none' };
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
  const found =
    row.kind === 'reply'
      ? await findReply(parts, row, sending)
      : await lookAtParent(row, sending, tools.clock.now());
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
