import { z } from 'zod';
import { customerPicture } from './customer-pictures.ts';
import { answeredWith, answerExtras, commentDeeds, inboxDeeds, outboxItem } from './inbox-deeds.ts';
import { inboxFilters, inboxView, narrowing, threadOrder } from './inbox-filters.ts';
import { inboxReplies } from './inbox-replies.ts';
import {
  answer,
  clientId,
  cursor,
  id,
  instant,
  limit,
  mediaUrl,
  network,
  ok,
  outboxState,
  procedure,
  question,
  reason,
} from './shapes.ts';
import { claimHolder, colleague } from './teamwork.ts';

export const commentAuthor = z.object({ id: z.string().optional(), name: z.string() });

export const comment = z.object({
  commentId: id,
  remoteId: z.string(),
  parentId: id.optional(),
  from: commentAuthor,
  text: z.string(),
  createdAt: instant,
  mine: z.boolean(),
  /** Of an answer of ours that left from here: who wrote it. */
  by: colleague.optional(),
  hidden: z.boolean(),
  /** A picture came with it. */
  hasPhoto: z.boolean().optional(),
  /** What came with it, in `inbox/thread`. */
  pictures: z.array(customerPicture).optional(),
  /** Of the network's comment; a reply of ours still in the outbox carries its outbox state. */
  state: z.enum([
    'visible',
    'deleted',
    'queued',
    'sending',
    'sent',
    'uncertain',
    'waiting',
    'refused',
    'withdrawn',
  ]),
  /** A reply still on its way: its outbox item. */
  outboxId: id.optional(),
  question: question.optional(),
  waitsFor: reason.optional(),
  /** Private replies: none yet, one waits, one is sent, or no longer possible. */
  privateReply: z.enum(['possible', 'waiting', 'sent', 'late', 'unknown']).optional(),
  ...commentDeeds,
});
export type InboxComment = z.infer<typeof comment>;

export const thread = z.object({
  threadId: id,
  accountId: id,
  network,
  postRemoteId: z.string(),
  postId: id.optional(),
  person: commentAuthor,
  /** Under a post of ours, under somebody else's that names us, or a conversation. */
  kind: z.enum(['comment', 'mention', 'message']).optional(),
  unread: z.boolean(),
  done: z.boolean(),
  spam: z.boolean().optional(),
  /** Out of sight until then. */
  snoozedUntil: instant.optional(),
  /** The person of the team who answers it. */
  assigneeId: id.optional(),
  /** What the customer's newest words want, as `threadIntent` names it. */
  intent: z.string().optional(),
  /** Of the customer's newest words: a BCP 47 language. */
  language: z.string().optional(),
  /** What whoever works here has begun to answer. */
  draft: z.string().optional(),
  /** When the first of the words was written that wait for an answer. */
  waitsSince: instant.optional(),
  /** The newest word of the customer is not answered yet. */
  waits: z.boolean(),
  lastAt: instant,
  snippet: z.string(),
  postThumbUrl: mediaUrl.optional(),
  /** What the list shows under the line: `asks`, `queued`, `refused`, `answered`, none. */
  sign: z.enum(['asks', 'queued', 'refused', 'answered', 'none']),
  /** Of one that is answered: who wrote the newest words, where they left from here. */
  answeredBy: colleague.optional(),
  /** The newest comment that a search found, its words around what was sought. */
  found: z
    .object({
      commentId: id,
      excerpt: z.array(z.object({ text: z.string(), hit: z.boolean() })),
    })
    .optional(),
  /** Of a conversation: until when an answer may be written freely, and until when by a human being. Both
   *  may be over. */
  messageWindow: z.object({ until: instant, humanUntil: instant }).optional(),
  comments: z.array(comment),
});
export type Thread = z.infer<typeof thread>;

export const threadPost = z.object({
  title: z.string(),
  caption: z.string(),
  permalink: z.string().optional(),
  publishedAt: instant.optional(),
  thumbUrl: mediaUrl.optional(),
  /** Of all its media, in order. */
  pictureUrls: z.array(mediaUrl).optional(),
  products: z.array(
    z.object({
      id,
      title: z.string(),
      sku: z.string(),
      price: z.number().int(),
      currency: z.string(),
      stock: z.number().int(),
      /** Changed after the post went out: what it says may no longer hold. */
      editedSince: instant.optional(),
      link: z.string().optional(),
      thumbUrl: mediaUrl.optional(),
    }),
  ),
});

export { outboxItem, type OutboxItem } from './inbox-deeds.ts';

export { inboxView } from './inbox-filters.ts';

/** Accounts looked at, as `shop/list` has them. */
const accountIds = z.array(id).max(200).optional();
const threadIds = z.array(id).min(1).max(500);
const count = z.number().int();

const state = z.object({ state: outboxState });

export const inbox = {
  ...inboxReplies,
  sync: procedure('/inbox/sync')
    .input(z.object({ accountId: id.optional() }).optional())
    .output(
      z.object({
        stored: z.number().int(),
        updated: z.number().int(),
        incomplete: z.boolean().optional(),
      }),
    ),
  threads: procedure('/inbox/threads')
    .input(
      z
        .object({
          view: inboxView.optional(),
          /** Words and operators: `from: on: before: after: has:photo is:unanswered "phrase" -word`. */
          text: z.string().max(200).optional(),
          accountId: id.optional(),
          accountIds,
          ...narrowing,
          order: threadOrder.optional(),
          cursor,
          limit,
          /** How many of each thread's newest comments come with it; 50 where nothing is said. */
          commentsOfEach: z.number().int().min(0).max(50).optional(),
        })
        .optional(),
    )
    .output(
      z.object({
        items: z.array(thread),
        next: z.string().optional(),
        /** What was looked for instead of words that nobody wrote. */
        instead: z.array(z.string()).optional(),
      }),
    ),
  thread: procedure('/inbox/thread')
    .input(
      z.object({
        threadId: id,
        /** A comment: the part of the conversation before it. Without one, the newest part. */
        before: cursor,
        limit,
      }),
    )
    .output(
      thread.extend({
        post: threadPost.optional(),
        /** Comments of this post came too fast for a network that does not list them all. */
        incomplete: z.boolean().optional(),
        /** Others stand before: ask for them with this. */
        earlier: z.string().optional(),
      }),
    ),
  /** Whoever began a thread: since when they write to this account, and their other threads, newest first. */
  person: procedure('/inbox/person')
    .input(z.object({ threadId: id }))
    .output(
      z.object({
        firstAt: instant,
        /** The account lets them write no more. */
        blocked: z
          .object({
            at: instant,
            reason: z.string().optional(),
            /** In the network's own app; `at` is when that was noticed. */
            elsewhere: z.boolean().optional(),
          })
          .optional(),
        /** This one among them. */
        threads: count,
        others: z.array(
          z.object({
            threadId: id,
            snippet: z.string(),
            lastAt: instant,
            post: z.string().optional(),
          }),
        ),
      }),
    ),
  counts: procedure('/inbox/counts')
    .input(z.object({ accountIds }).optional())
    .output(
      z.object({
        all: count,
        unread: count,
        unanswered: count,
        /** Answers and changes that have not left, of all accounts. */
        waiting: count,
        mine: count.optional(),
        customer: count.optional(),
        snoozed: count.optional(),
        done: count.optional(),
        spam: count.optional(),
        orders: count.optional(),
        questions: count.optional(),
        /** Notes of colleagues that name whoever works here, unseen. */
        mentions: count.optional(),
      }),
    ),
  reply: procedure('/inbox/reply')
    .input(
      z.object({
        commentId: id,
        text: z.string().max(8000),
        ...answerExtras,
        clientId: z.string().min(1).max(100),
      }),
    )
    .output(answeredWith),
  hide: procedure('/inbox/hide')
    .input(z.object({ commentId: id, hidden: z.boolean(), clientId: z.string().min(1).max(100) }))
    .output(state),
  privateReply: procedure('/inbox/privateReply')
    .input(
      z.object({
        commentId: id,
        text: z.string().min(1).max(2000),
        holder: claimHolder.optional(),
        clientId: z.string().min(1).max(100),
      }),
    )
    .output(state),
  markDone: procedure('/inbox/markDone')
    .input(z.object({ threadIds, done: z.boolean(), clientId }))
    .output(ok),
  markRead: procedure('/inbox/markRead')
    .input(z.object({ threadIds, read: z.boolean(), clientId }))
    .output(ok),
  markSpam: procedure('/inbox/markSpam')
    .input(z.object({ threadIds, spam: z.boolean(), clientId }))
    .output(ok),
  /** Out of sight until an instant to come, or until the customer writes; without one, back at once. */
  snooze: procedure('/inbox/snooze')
    .input(z.object({ threadIds, until: instant.optional(), clientId }))
    .output(ok),
  /** Gives threads to a person of the team, or to nobody. */
  assign: procedure('/inbox/assign')
    .input(z.object({ threadIds, personId: id.optional(), clientId }))
    .output(ok),
  outbox: procedure('/inbox/outbox')
    .input(z.object({}).optional())
    .output(z.object({ items: z.array(outboxItem) })),
  answer: procedure('/inbox/answer').input(z.object({ id, answer, clientId })).output(state),
  withdraw: procedure('/inbox/withdraw').input(z.object({ id, clientId })).output(state),
  /** Changes a reply that has not left yet. */
  editReply: procedure('/inbox/editReply')
    .input(z.object({ id, text: z.string().min(1).max(8000), clientId }))
    .output(state),
  ...inboxDeeds,
  ...inboxFilters,
};
