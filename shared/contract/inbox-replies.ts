import { z } from 'zod';
import { replyLanguage } from './saved-replies.ts';
import { clientId, id, ok, procedure } from './shapes.ts';

/** A fact that stands in a suggested reply, and whose it is. */
const replyFact = z.object({
  /** A variable of replies: `price`, `stock`, `link`, `opening_hours` … */
  name: z.string(),
  value: z.string(),
  /** Of this product of the catalogue; without it the shop said so. */
  product: z.string().optional(),
});

export const replySuggestion = z.object({
  text: z.string(),
  language: replyLanguage,
  /** `finish` is a beginning: `missing` names what nobody knows. */
  kind: z.enum(['ready', 'finish']),
  missing: z.array(z.string()),
  facts: z.array(replyFact),
  /** The shop's own words. */
  savedReplyId: id.optional(),
});
export type ReplySuggestionView = z.infer<typeof replySuggestion>;

export const filledReply = z.object({
  threadId: id,
  person: z.string(),
  /** What it would answer: the newest word of the customer that is still there. */
  commentId: id.optional(),
  text: z.string(),
  language: replyLanguage.optional(),
  /** Variables without a value; they still stand in the text. */
  unfilled: z.array(z.string()),
  /** These words already stand under this comment, or are on their way. */
  alreadySaid: z.boolean(),
});
export type FilledReplyView = z.infer<typeof filledReply>;

/** What helps whoever answers: drafts, suggestions, kept words with today's facts in them. */
export const inboxReplies = {
  /** Keeps what has been begun in a thread, for whoever works here; an empty text forgets it. */
  draft: procedure('/inbox/draft')
    .input(z.object({ threadId: id, text: z.string().max(8000), clientId }))
    .output(ok),
  /** What whoever works here has begun in these threads, empty where nothing is kept; threads that are no longer
   *  there are left out. */
  drafts: procedure('/inbox/drafts')
    .input(z.object({ threadIds: z.array(id).max(200) }))
    .output(
      z.object({
        /** Of the team, whose these are; absent where nobody said who works here. */
        personId: id.optional(),
        items: z.array(z.object({ threadId: id, text: z.string() })),
      }),
    ),
  /** What might be answered to the customer's newest words; nothing where nothing good is known. */
  suggest: procedure('/inbox/suggest')
    .input(z.object({ threadId: id }))
    .output(z.object({ suggestion: replySuggestion.optional() })),
  /** A saved reply, or a text with variables, with what is known of each thread put in. Sends nothing. */
  fillReplies: procedure('/inbox/fillReplies')
    .input(
      z.object({
        threadIds: z.array(id).min(1).max(200),
        savedReplyId: id.optional(),
        text: z.string().max(4000).optional(),
        /** Which product is meant, where the post has several. */
        productId: id.optional(),
      }),
    )
    .output(z.object({ items: z.array(filledReply) })),
};
