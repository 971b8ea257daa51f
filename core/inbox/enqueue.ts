import { Problem } from '../../shared/contract/problem.ts';
import { parseKey } from './comment-key.ts';
import type { CommentRow } from './comment-store.ts';
import type { InboxParts } from './inbox-parts.ts';
import type { NewItem, OutboxRow } from './outbox-store.ts';
import { summariseThread } from './summarise-thread.ts';

/** What of a deed is not plain from its comment. */
export type NewDeed = Pick<NewItem, 'kind'> &
  Partial<Pick<NewItem, 'text' | 'hidden' | 'isOn' | 'assetId' | 'assetHash'>> & {
    /** How long it can be taken back before it leaves; none without a line, where it waits anyway. */
    holdSeconds?: number | undefined;
  };

/** The comment with this id. Throws `comment-gone` for what is deleted, or about to be. */
export function findComment({ comments, outbox }: InboxParts, commentId: string): CommentRow {
  const key = parseKey(commentId);
  const row = key === undefined ? undefined : comments.find(key);
  if (!row) throw new Problem('not-found');
  const isGoing = outbox
    .openOfThread(row.threadId)
    .some(({ kind, commentKey }) => kind === 'delete' && commentKey === row.key);
  if (row.deleted || isGoing) throw new Problem('comment-gone');
  return row;
}

export function findItem({ outbox }: InboxParts, id: string): OutboxRow {
  const row = outbox.find(id);
  if (!row) throw new Problem('not-found');
  return row;
}

/** Puts a deed into the outbox, in a transaction of the caller. Answers the item's id. */
export function enqueue(parts: InboxParts, comment: CommentRow, deed: NewDeed): string {
  const { tools, threads, outbox, uses } = parts;
  const id = tools.newId();
  const createdAt = tools.clock.now();
  const { holdSeconds = 0, ...wished } = deed;
  const holdMs = uses.isOnline() ? holdSeconds * 1000 : 0;
  const { accountId, threadId, key: commentKey, text: parentText } = comment;
  outbox.insert({
    ...{ text: '', hidden: false, isOn: false, assetId: null, assetHash: null },
    ...wished,
    ...{ id, accountId, threadId, commentKey, parentText, createdAt },
    nextAt: holdMs === 0 ? 0 : createdAt + holdMs,
  });
  uses.colleagues.note({ threadId, kind: nameOfDeed(deed), outboxId: id });
  threads.setUnread(threadId, false);
  summariseThread(parts, threadId);
  tools.events.changed('inbox', 'outbox');
  return id;
}

/** As the history of a thread names it. */
function nameOfDeed({ kind, hidden = false, isOn = false }: NewDeed): string {
  if (kind === 'hide') return hidden ? 'hide' : 'unhide';
  if (kind === 'like' || kind === 'block') return isOn ? kind : `un${kind}`;
  return kind;
}

/** When an item leaves that is held back so that it can be taken back. */
export function leavesAtOf({ state, nextAt }: OutboxRow, now: number): number | undefined {
  return state === 'queued' && nextAt !== null && nextAt > now ? nextAt : undefined;
}
