import type {
  GraphClient,
  GraphFailure,
  GraphResult,
  RemoteComment,
  VisibleResult,
} from 'graph-api-client';
import type { AccountFact } from '../../shared/facts.ts';
import { remoteKey } from './comment-key.ts';
import type { CommentRow } from './comment-store.ts';
import type { InboxParts } from './inbox-parts.ts';
import { afterFailure, ask, privateReplyWithinMs, sameText } from './outbox-step.ts';
import type { OutboxRow, Standing } from './outbox-store.ts';
import { summariseThread } from './summarise-thread.ts';

/** Under which comment, in whose name. */
export type Place = { account: AccountFact; parent: CommentRow };
export type Sending = Place & { client: GraphClient };

export function readComment(
  client: GraphClient,
  account: AccountFact,
  id: string,
): Promise<GraphResult<RemoteComment>> {
  return account.network === 'facebook'
    ? client.readFacebookComment(id)
    : client.readInstagramComment(id);
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

/** The parent as it is now decides whether the answer still fits. Undefined means: send. */
async function checkParent(
  row: OutboxRow,
  { client, account, parent }: Sending,
  now: number,
): Promise<Standing | undefined> {
  const read = await readComment(client, account, parent.fullRemoteId);
  if (!read.ok) {
    return afterReadFailure(read.failure, now);
  }
  if (row.kind === 'hide') {
    return read.value.isHidden === row.hidden ? { state: 'sent', nextAt: null } : undefined;
  }
  // Neither network takes an answer there, and neither names that as the reason.
  if (row.kind === 'reply' && read.value.isHidden === true) return refuse('comment-hidden');
  if (!sameText(read.value.text, row.parentText)) return ask('parent-changed', null);
  if (row.kind === 'private-reply') {
    if (now - parent.createdAt > privateReplyWithinMs) return refuse('private-reply-late');
    if (read.value.hasPrivateReply === true || read.value.canReplyPrivately === false)
      return refuse('private-reply-done');
  }
  return undefined;
}

/** Reading proves nothing about the item: it waits, unless its comment is gone. */
function afterReadFailure(failure: GraphFailure, now: number): Standing {
  if (failure.offline === true || failure.outcome === 'not-sent') {
    return { state: 'waiting', nextAt: 0, reasonCode: 'offline' };
  }
  const isTold = ['wait', 'reconnect', 'permission', 'account', 'gone'].includes(failure.reaction);
  return afterFailure(
    { ...failure, outcome: 'not-done', reaction: isTold ? failure.reaction : 'retry' },
    now,
  );
}

const refuse = (reasonCode: string): Standing => ({ state: 'refused', nextAt: null, reasonCode });

function call(
  row: OutboxRow,
  { client, account, parent }: Sending,
): Promise<VisibleResult<{ commentId?: string; messageId?: string }>> {
  const commentId = parent.fullRemoteId;
  const isFacebook = account.network === 'facebook';
  if (row.kind === 'private-reply') {
    return client.privateReply({ pageId: account.pageRemoteId, commentId, text: row.text });
  }
  if (row.kind === 'hide') {
    const change = { commentId, hidden: row.hidden };
    return isFacebook ? client.setHiddenFacebook(change) : client.setHiddenInstagram(change);
  }
  const reply = { commentId, text: row.text };
  return isFacebook ? client.replyFacebook(reply) : client.replyInstagram(reply);
}

/** Our own reply as a comment of the thread, from the receipt on; the next read of the post finds it
 *  there already. */
export function keepOwnReply(
  parts: InboxParts,
  row: OutboxRow,
  sending: Place,
  remoteId: string,
  at: number,
): void {
  const { comments } = parts;
  const { account, parent } = sending;
  if (comments.findRemote(account.id, remoteKey(remoteId))) return;
  parts.terms.note([row.text, account.name]);
  comments.insert(comments.freeKey(at), {
    accountId: account.id,
    remoteId: remoteKey(remoteId),
    fullRemoteId: remoteId,
    threadId: row.threadId,
    parentRemoteId: parent.remoteId,
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

/** Settles an item as sent: receipt, comment, state, in one transaction. */
export function settleSent(
  parts: InboxParts,
  row: OutboxRow,
  sending: Place,
  how: {
    intentId: string | null;
    remoteId?: string | undefined;
    decidedBy: string;
    traceId?: string | undefined;
    at?: number;
  },
): void {
  const { tools, outbox, comments } = parts;
  const now = tools.clock.now();
  tools.transact(() => {
    if (how.intentId !== null) {
      const remoteId = how.remoteId === undefined ? undefined : remoteKey(how.remoteId);
      outbox.addReceipt(how.intentId, remoteId, now, how.traceId);
      outbox.settleIntent(how.intentId, 'done', how.decidedBy, now);
    }
    if (row.kind === 'reply' && how.remoteId !== undefined) {
      keepOwnReply(parts, row, sending, how.remoteId, how.at ?? now);
    }
    if (row.kind === 'hide') comments.setHidden(row.commentKey, row.hidden);
    if (row.kind === 'private-reply') comments.setPrivateReplySent(row.commentKey);
    stand(parts, row, { state: 'sent', nextAt: null, intentId: how.intentId });
  });
}

/** A pause of the whole account may last longer than what one call was told. */
function untilPauseEnds(parts: InboxParts, row: OutboxRow, standing: Standing): Standing {
  const pausedUntil = parts.uses.pausedUntil(row.accountId);
  if (standing.reasonCode !== 'throttled' || pausedUntil === undefined) return standing;
  const until = Math.max(standing.reasonUntil ?? 0, pausedUntil);
  return { ...standing, nextAt: until, reasonUntil: until };
}

/** Makes the one visible call of an item: the intent is on disk before it, the receipt after it. */
async function makeCall(parts: InboxParts, row: OutboxRow, sending: Sending): Promise<void> {
  const { tools, outbox, atPoint } = parts;
  const intentId = tools.newId();
  atPoint('reply.C1');
  tools.transact(() => {
    outbox.addIntent(intentId, row.id, parts.bootId, tools.clock.now());
    stand(parts, row, { state: 'sending', nextAt: null, intentId });
  });
  atPoint('reply.C2');
  const result = await call(row, sending);
  atPoint('reply.C3');
  const claimed = { ...row, intentId };
  if (result.ok) {
    atPoint('reply.C4');
    const remoteId = result.value.commentId ?? result.value.messageId;
    settleSent(parts, claimed, sending, {
      intentId,
      remoteId,
      decidedBy: 'answer',
      traceId: result.traceId,
    });
    atPoint('reply.C5');
    return;
  }
  const now = tools.clock.now();
  const standing = untilPauseEnds(parts, row, afterFailure(result.failure, now));
  tools.transact(() => {
    const outcome = standing.state === 'uncertain' ? 'unknown' : 'not-done';
    outbox.settleIntent(intentId, outcome, 'answer', now);
    stand(parts, claimed, {
      ...standing,
      intentId: standing.state === 'uncertain' ? intentId : null,
    });
  });
}

/** One step of an item that has not left yet. */
export async function sendItem(parts: InboxParts, row: OutboxRow, sending: Sending): Promise<void> {
  const standing = await checkParent(row, sending, parts.tools.clock.now());
  // Reading took time: the item may have been withdrawn or edited meanwhile.
  const current = parts.outbox.find(row.id);
  if (!current || (current.state !== 'queued' && current.state !== 'waiting')) return;
  if (standing) stand(parts, current, untilPauseEnds(parts, current, standing));
  else await makeCall(parts, current, sending);
}
