import { z } from 'zod';
import { claimHolder } from './teamwork.ts';
import {
  clientId,
  empty,
  id,
  instant,
  mediaUrl,
  network,
  ok,
  outboxState,
  procedure,
  question,
  reason,
} from './shapes.ts';

/** What waits in the outbox. Of `hide`, `like` and `block`, `on` tells whether it sets or takes back. */
export const outboxKind = z.enum([
  'reply',
  'hide',
  'private-reply',
  'message',
  'like',
  'delete',
  'edit',
  'block',
]);
export type OutboxKind = z.infer<typeof outboxKind>;

/** What can be done about one comment. `attach` is a picture with an answer. */
export const deedName = z.enum([
  'reply',
  'private-reply',
  'message',
  'mention',
  'attach',
  'like',
  'hide',
  'delete',
  'edit',
  'block',
]);
export type DeedName = z.infer<typeof deedName>;

/** A deed that makes no sense here is left out; one that the network does not have says why. */
export const deed = z.object({
  name: deedName,
  possible: z.boolean(),
  why: reason.optional(),
});
export type Deed = z.infer<typeof deed>;

/** What a comment tells besides its words, in `inbox/thread`. */
export const commentDeeds = {
  deeds: z.array(deed).optional(),
  /** The account likes it. */
  liked: z.boolean().optional(),
  /** Who wrote it is blocked by the account. */
  blocked: z.boolean().optional(),
  /** What is on its way for it. */
  pending: z.array(outboxKind).optional(),
  /** Of a reply on its way: the picture that goes with it. */
  pictureUrl: mediaUrl.optional(),
  /** Of a reply that can still be taken back: when it leaves. */
  leavesAt: instant.optional(),
};

export const outboxItem = z.object({
  id,
  kind: outboxKind,
  threadId: id,
  accountId: id,
  /** The comment that it answers, or is done to. */
  commentId: id.optional(),
  text: z.string().optional(),
  person: z.string(),
  state: outboxState,
  waitsFor: reason.optional(),
  question: question.optional(),
  createdAt: instant,
  network: network.optional(),
  /** Name of the account in whose name it goes out. */
  account: z.string().optional(),
  /** Of `hide`, `like` and `block`: sets it, or takes it back. */
  on: z.boolean().optional(),
  /** What it answers or is done to. */
  commentText: z.string().optional(),
  pictureUrl: mediaUrl.optional(),
  /** Held back until then, so that it can be taken back. */
  leavesAt: instant.optional(),
  /** Something of the same thread has to leave first. */
  behind: z.boolean().optional(),
  /** Has not left: it may be changed, moved within its thread, or withdrawn. */
  canWithdraw: z.boolean().optional(),
  canEdit: z.boolean().optional(),
});
export type OutboxItem = z.infer<typeof outboxItem>;

const holdSeconds = z.number().int().min(0).max(60).optional();
const key = z.string().min(1).max(100);
const state = z.object({ state: outboxState });
const ids = z.array(id).min(1).max(500);

/** What an answer may carry: a picture of the library, and some seconds in which it can be taken back
 *  (none without a line: there it waits anyway). */
export const answerExtras = {
  holdSeconds,
  assetId: id.optional(),
  /** Whoever tells it is refused while another window or person holds the thread. */
  holder: claimHolder.optional(),
};

/** What an answer became: an item of the outbox, or several where a picture goes before its words. */
export const answeredWith = z.object({
  replyId: id,
  replyIds: z.array(id).optional(),
  state: outboxState,
  leavesAt: instant.optional(),
});

export const inboxDeeds = {
  like: procedure('/inbox/like')
    .input(z.object({ commentId: id, liked: z.boolean(), clientId: key }))
    .output(state),
  /** Takes a comment off the network, somebody's or our own. The words stay here. */
  remove: procedure('/inbox/remove')
    .input(z.object({ commentId: id, clientId: key }))
    .output(state),
  /** Changes an answer of ours that is on the network. */
  editSent: procedure('/inbox/editSent')
    .input(z.object({ commentId: id, text: z.string().min(1).max(8000), clientId: key }))
    .output(state),
  /** Shuts whoever wrote a comment out of the Page, or lets the person back in. The reason stays here. */
  block: procedure('/inbox/block')
    .input(
      z.object({
        commentId: id,
        blocked: z.boolean(),
        reason: z.string().max(500).optional(),
        clientId: key,
      }),
    )
    .output(state),
  /** Writes into a conversation, while its window is open. */
  message: procedure('/inbox/message')
    .input(z.object({ threadId: id, text: z.string().max(2000), ...answerExtras, clientId: key }))
    .output(answeredWith),
  /** A new order of what has not left of one thread: all of it, each once. */
  reorder: procedure('/inbox/reorder')
    .input(z.object({ threadId: id, ids, clientId }))
    .output(ok),
  /** Takes back what has not left; answers which of them that were. */
  withdrawMany: procedure('/inbox/withdrawMany')
    .input(z.object({ ids, clientId }))
    .output(z.object({ ids: z.array(id) })),
  /** Puts back what was withdrawn, where it stood. */
  restore: procedure('/inbox/restore')
    .input(z.object({ ids, clientId }))
    .output(z.object({ ids: z.array(id) })),
  /** Sends what was refused once more, with other words or the same. */
  writeAgain: procedure('/inbox/writeAgain')
    .input(z.object({ id, text: z.string().min(1).max(8000).optional(), clientId }))
    .output(state),
  /** How long an answer can be taken back before it leaves. */
  sending: procedure('/inbox/sending')
    .input(empty)
    .output(z.object({ undoSeconds: z.number().int() })),
  setSending: procedure('/inbox/setSending')
    .input(z.object({ undoSeconds: z.number().int().min(0).max(60), clientId }))
    .output(z.object({ undoSeconds: z.number().int() })),
  /** Draws a card or a QR code of a product: a picture of the library, and words to go with it. */
  drawCard: procedure('/inbox/drawCard')
    .input(z.object({ productId: id, kind: z.enum(['card', 'qr']), clientId }))
    .output(z.object({ assetId: id, thumbUrl: mediaUrl, words: z.string() })),
};
