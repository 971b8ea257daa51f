import { z } from 'zod';
import { clientId, empty, id, ok, procedure } from './shapes.ts';

/** Languages in which a reply may be written; those that comments are told apart in. */
export const replyLanguage = z.enum(['fr', 'en', 'de', 'es', 'it', 'nl', 'pt', 'ar']);
export type ReplyLanguage = z.infer<typeof replyLanguage>;

/** What a reply answers: such a comment is offered it by itself. */
export const replyIntent = z.enum([
  'price',
  'available',
  'size',
  'delivery',
  'hours',
  'order',
  'complaint',
  'praise',
  'question',
]);
export type ReplyIntent = z.infer<typeof replyIntent>;

/** One text a language; `{first_name} {product} {price} {old_price} {stock} {link} {opening_hours}`
 *  stand for what is known when it is taken. */
const replyTexts = z.partialRecord(replyLanguage, z.string().trim().min(1).max(4000));

export const savedReply = z.object({
  id,
  name: z.string(),
  /** Typed behind a `/`; small letters, unique. */
  shortcut: z.string().optional(),
  intent: replyIntent.optional(),
  texts: replyTexts,
  updatedAt: z.iso.datetime(),
});
export type SavedReplyView = z.infer<typeof savedReply>;

/** Answers kept for the inbox. */
export const savedReplies = {
  list: procedure('/savedReplies/list')
    .input(empty)
    .output(z.object({ items: z.array(savedReply) })),
  /** Makes one, or changes the one named. */
  save: procedure('/savedReplies/save')
    .input(
      z.object({
        id: id.optional(),
        name: z.string().trim().min(1).max(80),
        shortcut: z
          .string()
          .trim()
          .toLowerCase()
          .regex(/^\/?[\p{L}\p{N}_-]{1,30}$/u)
          .optional(),
        intent: replyIntent.optional(),
        texts: replyTexts.refine((texts) => Object.keys(texts).length > 0),
        clientId,
      }),
    )
    .output(savedReply),
  remove: procedure('/savedReplies/remove').input(z.object({ id, clientId })).output(ok),
  /** Undo of remove; a shortcut that another reply has taken since stays with that one. */
  restore: procedure('/savedReplies/restore').input(z.object({ id, clientId })).output(savedReply),
};
