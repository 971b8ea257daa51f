import type { RemoteMessage } from 'graph-api-client';
import type { Sending } from './check-before.ts';
import type { InboxParts } from './inbox-parts.ts';
import { beforeIntentMs, intentAtOf, type Found } from './look-result.ts';
import { sameText } from './outbox-step.ts';
import type { OutboxRow } from './outbox-store.ts';

/** Instagram tells details of no more than these. */
const newestMessages = 20;

/** Our own words in the conversation since the intent, not the receipt of another item. */
export async function findMessage(
  parts: InboxParts,
  row: OutboxRow,
  { client, account, thread }: Sending,
): Promise<Found> {
  const read = await client.messages({
    conversationId: thread.postRemoteId,
    limit: newestMessages,
  });
  if (!read.ok) return { kind: 'unread' };
  const sinceAt = intentAtOf(parts, row) - beforeIntentMs;
  const matches = read.value.items.filter(
    (message) =>
      message.from?.id !== undefined &&
      [account.remoteId, account.pageRemoteId].includes(message.from.id) &&
      hasSameContent(row, message) &&
      message.createdAt !== undefined &&
      message.createdAt >= sinceAt &&
      !parts.outbox.hasReceipt(message.id),
  );
  const [match] = matches;
  if (!match) return { kind: 'none' };
  if (matches.length > 1) return { kind: 'several' };
  const at = match.createdAt;
  return { kind: 'found', remoteId: match.id, ...(at === undefined ? {} : { at }) };
}

/** Pictures have no words to tell them apart by. */
function hasSameContent(row: OutboxRow, { text, attachments }: RemoteMessage): boolean {
  return row.assetId === null ? sameText(text, row.text) : attachments.length > 0;
}
