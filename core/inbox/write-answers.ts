import { Problem } from '../../shared/contract/problem.ts';
import type { OutboxState } from '../../shared/contract/shapes.ts';
import { replyRoom } from '../../shared/rules/reply-room.ts';
import type { CommentRow } from './comment-store.ts';
import { assertDeed, messageWindow } from './deed-rules.ts';
import { enqueue, findComment, findItem, leavesAtOf, type NewDeed } from './enqueue.ts';
import { factsOf } from './deed-facts.ts';
import type { InboxParts } from './inbox-parts.ts';
import { privateReplyWithinMs } from './outbox-step.ts';
import type { ThreadRow } from './thread-store.ts';

/** Wakes the outbox: at once, or when what is held back may leave. */
export type Wake = (afterMs?: number) => void;

type Extras = {
  assetId?: string | undefined;
  holdSeconds?: number | undefined;
  /** Who holds the thread: nobody answers over another. */
  holder?: string | undefined;
};
export type ReplyWish = Extras & { commentId: string; text: string; clientId: string };
export type MessageWish = Extras & { threadId: string; text: string; clientId: string };

/** What the merchant writes to customers: kept here first, sent by the outbox when the line allows. */
export function writeAnswers(parts: InboxParts, wake: Wake) {
  const { tools, comments, threads, outbox } = parts;
  const { colleagues } = parts.uses;

  function threadOf({ threadId }: Pick<CommentRow, 'threadId'>): ThreadRow {
    const thread = threads.find(threadId);
    if (!thread) throw new Problem('not-found');
    return thread;
  }

  function checkText(kind: 'comment' | 'message', thread: ThreadRow, text: string): string {
    const trimmed = text.trim();
    if (trimmed === '') throw new Problem('reply-empty');
    const { length, limit } = replyRoom(kind, thread.network, trimmed);
    if (length > limit) throw new Problem('reply-too-long', { length, limit });
    return trimmed;
  }

  /** The picture as it is now: what is sent are these bytes or none. */
  function pictureOf(assetId: string | undefined): Pick<NewDeed, 'assetId' | 'assetHash'> {
    if (assetId === undefined) return {};
    const asset = parts.uses.readAsset(assetId);
    if (asset?.kind !== 'photo') throw new Problem('not-a-picture', { name: asset?.name ?? '' });
    return { assetId, assetHash: asset.hash };
  }

  function writeReply(comment: CommentRow, thread: ThreadRow, wish: ReplyWish): string[] {
    const picture = pictureOf(wish.assetId);
    // Below an answer of our own the same holds as below a customer's words.
    if (picture.assetId) assertDeed({ ...factsOf(parts, comment, thread), mine: false }, 'attach');
    const isBare = picture.assetId !== undefined && wish.text.trim() === '';
    const text = isBare ? '' : checkText('comment', thread, wish.text);
    const { holdSeconds } = wish;
    return [enqueue(parts, comment, { kind: 'reply', text, ...picture, holdSeconds })];
  }

  /** A message holds words or a picture, never both: a picture goes before its words. */
  function writeMessage(thread: ThreadRow, wish: Omit<MessageWish, 'threadId'>): string[] {
    const heard = comments.newestOfCustomer(thread.id);
    if (thread.kind !== 'message' || !heard || thread.personId === null)
      throw new Problem('not-found');
    if (messageWindow(heard.createdAt, tools.clock.now()) === 'closed')
      throw new Problem('deed-impossible', { why: 'message-late' });
    const picture = pictureOf(wish.assetId);
    const { holdSeconds } = wish;
    const parcels: NewDeed[] = [];
    if (picture.assetId) parcels.push({ kind: 'message', ...picture, holdSeconds });
    if (parcels.length === 0 || wish.text.trim() !== '')
      parcels.push({
        kind: 'message',
        text: checkText('message', thread, wish.text),
        holdSeconds,
      });
    return parcels.map((parcel) => enqueue(parts, heard, parcel));
  }

  function answered(ids: readonly string[]) {
    const rows = ids.map((id) => findItem(parts, id));
    const [first] = rows;
    if (!first) throw new Problem('not-found');
    const now = tools.clock.now();
    const leavesAt = leavesAtOf(first, now);
    wake(leavesAt === undefined ? undefined : leavesAt - now);
    return {
      replyId: first.id,
      state: findItem(parts, first.id).state,
      ...(ids.length > 1 ? { replyIds: [...ids] } : {}),
      ...(leavesAt === undefined ? {} : { leavesAt: new Date(leavesAt).toISOString() }),
    };
  }

  function reply(wish: ReplyWish) {
    const { ids } = tools.applyOnce('inbox/reply', wish.clientId, () => {
      const comment = findComment(parts, wish.commentId);
      const thread = threadOf(comment);
      colleagues.requireFree(thread.id, wish.holder);
      const written =
        thread.kind === 'message' ? writeMessage(thread, wish) : writeReply(comment, thread, wish);
      colleagues.answered(thread.id, wish.holder);
      return { ids: written };
    });
    return answered(ids);
  }

  function message(wish: MessageWish) {
    const { ids } = tools.applyOnce('inbox/message', wish.clientId, () => {
      colleagues.requireFree(wish.threadId, wish.holder);
      const written = writeMessage(threadOf(wish), wish);
      colleagues.answered(wish.threadId, wish.holder);
      return { ids: written };
    });
    return answered(ids);
  }

  function privateReply(input: Omit<ReplyWish, 'assetId' | 'holdSeconds'>): {
    state: OutboxState;
  } {
    const { id } = tools.applyOnce('inbox/privateReply', input.clientId, () => {
      const comment = findComment(parts, input.commentId);
      colleagues.requireFree(comment.threadId, input.holder);
      assertDeed(factsOf(parts, comment, threadOf(comment)), 'private-reply');
      const ageMs = tools.clock.now() - comment.createdAt;
      if (ageMs > privateReplyWithinMs) {
        throw new Problem('private-reply-late', { days: Math.floor(ageMs / 86_400_000) });
      }
      const waits = outbox
        .openOfThread(comment.threadId)
        .some((item) => item.kind === 'private-reply' && item.commentKey === comment.key);
      if (waits || comment.privateReplySent || comment.canReplyPrivately === false) {
        throw new Problem('private-reply-done');
      }
      const text = checkText('message', threadOf(comment), input.text);
      const written = enqueue(parts, comment, { kind: 'private-reply', text });
      colleagues.answered(comment.threadId, input.holder);
      return { id: written };
    });
    wake();
    return { state: findItem(parts, id).state };
  }

  /** Changes an answer of ours that is out. */
  function editSent(input: { commentId: string; text: string; clientId: string }): {
    state: OutboxState;
  } {
    const { id } = tools.applyOnce('inbox/editSent', input.clientId, () => {
      const comment = findComment(parts, input.commentId);
      const thread = threadOf(comment);
      assertDeed(factsOf(parts, comment, thread), 'edit');
      return {
        id: enqueue(parts, comment, {
          kind: 'edit',
          text: checkText('comment', thread, input.text),
        }),
      };
    });
    wake();
    return { state: findItem(parts, id).state };
  }

  return { reply, message, privateReply, editSent, checkText };
}
