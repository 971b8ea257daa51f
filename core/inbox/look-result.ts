import type { InboxParts } from './inbox-parts.ts';
import type { OutboxRow } from './outbox-store.ts';

/** What reading the network told of an item without a clear answer. */
export type Found =
  | { kind: 'found'; remoteId?: string; at?: number }
  | { kind: 'none' }
  | { kind: 'several' }
  | { kind: 'unread' }
  | { kind: 'gone' }
  | { kind: 'again' };

/** The network's clock may run a little before ours. */
export const beforeIntentMs = 120_000;

/** When the call was about to be made. */
export function intentAtOf(parts: InboxParts, row: OutboxRow): number {
  const intent = row.intentId === null ? undefined : parts.outbox.findIntent(row.intentId);
  return intent?.at ?? row.createdAt;
}
