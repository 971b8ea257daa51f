import type { VisibleResult } from 'graph-api-client';
import { isPostItself, type Sending } from './check-before.ts';
import { messageWindow } from './deed-rules.ts';
import type { InboxParts } from './inbox-parts.ts';
import { withMentions } from './mention-words.ts';
import type { OutboxRow } from './outbox-store.ts';

/** What was made ready before the call: a picture on this computer, or a hidden photo of the Page. */
export type Ready = { filePath?: string; photoId?: string };

type Called = Promise<VisibleResult<{ commentId?: string; messageId?: string }>>;

/** The one call of an item that a customer can see the effect of. */
export function makeCall(
  parts: InboxParts,
  row: OutboxRow,
  sending: Sending,
  ready: Ready,
): Called {
  const { client, account, parent } = sending;
  const commentId = parent.fullRemoteId;
  const pageId = account.pageRemoteId;
  const isFacebook = account.network === 'facebook';
  switch (row.kind) {
    case 'reply':
      return reply(row, sending, ready);
    case 'message':
      return message(parts, row, sending, ready);
    case 'private-reply':
      return client.privateReply({ pageId, commentId, text: row.text });
    case 'hide': {
      const change = { commentId, hidden: row.hidden };
      return isFacebook ? client.setHiddenFacebook(change) : client.setHiddenInstagram(change);
    }
    case 'like':
      return withoutId(client.setLike({ objectId: commentId, liked: row.isOn }));
    case 'delete':
      return withoutId(client.deleteObject(commentId));
    case 'edit':
      return withoutId(client.editFacebookComment({ commentId, text: row.text }));
    case 'block': {
      const block = { pageId, personId: parent.fromId ?? '' };
      return withoutId(row.isOn ? client.blockPerson(block) : client.unblockPerson(block));
    }
  }
}

/** The words of an answer as they leave. */
export function wordsOf({ text }: OutboxRow, { account, parent, thread }: Sending): string {
  return withMentions(account.network, text, [
    { id: parent.mine ? null : parent.fromId, name: parent.fromName },
    { id: thread.personId, name: thread.personName },
  ]);
}

function reply(row: OutboxRow, sending: Sending, { photoId }: Ready): Called {
  const { client, account, parent, thread } = sending;
  const words = { text: wordsOf(row, sending), ...(photoId === undefined ? {} : { photoId }) };
  const commentId = parent.fullRemoteId;
  if (account.network === 'facebook')
    return isPostItself(sending)
      ? client.createComment({ objectId: commentId, ...words })
      : client.replyFacebook({ commentId, ...words });
  if (thread.kind !== 'mention') return client.replyInstagram({ commentId, text: row.text });
  return client.replyToMention({
    igId: account.remoteId,
    mediaId: thread.postRemoteId,
    text: row.text,
    ...(isPostItself(sending) ? {} : { commentId }),
  });
}

function message(
  parts: InboxParts,
  row: OutboxRow,
  { client, account, thread }: Sending,
  { filePath }: Ready,
): Called {
  const heardAt = parts.comments.newestOfCustomer(row.threadId)?.createdAt;
  const isLater = messageWindow(heardAt, parts.tools.clock.now()) === 'human';
  return client.sendMessage({
    pageId: account.pageRemoteId,
    personId: thread.personId ?? '',
    content: filePath === undefined ? { text: row.text } : { kind: 'image', filePath },
    ...(isLater ? { asHumanAgent: true } : {}),
  });
}

/** A change of something that is there answers no id of its own. */
async function withoutId(call: Promise<VisibleResult<unknown>>): Called {
  const result = await call;
  return result.ok ? { ...result, value: {} } : result;
}
