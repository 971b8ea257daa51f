import { z } from 'zod';
import {
  answer,
  clientId,
  id,
  instant,
  network,
  procedure,
  question,
  reason,
  targetState,
} from './shapes.ts';

export const target = z.object({
  id,
  postId: id,
  accountId: id,
  network,
  state: targetState,
  dueAt: instant,
  remoteId: z.string().optional(),
  permalink: z.string().optional(),
  publishedAt: instant.optional(),
  /** Visible calls made so far, over all intents. */
  attempts: z.number().int(),
  intentId: id.optional(),
  question: question.optional(),
  /** Why it waits, failed or was missed. */
  reason: reason.optional(),
  /** State of the first comment, when the post has one. */
  firstComment: z.enum(['pending', 'sent', 'uncertain', 'failed']).optional(),
});
export type Target = z.infer<typeof target>;

export const publishing = {
  targets: procedure('/publishing/targets')
    .input(
      z
        .object({ postId: id.optional(), accountId: id.optional(), state: targetState.optional() })
        .optional(),
    )
    .output(z.object({ targets: z.array(target) })),
  answer: procedure('/publishing/answer')
    .input(z.object({ targetId: id, answer, clientId }))
    .output(z.object({ targets: z.array(target) })),
  /** Tries a failed target again after the cause was mended; never one whose outcome is unclear. */
  retry: procedure('/publishing/retry')
    .input(z.object({ targetId: id, clientId }))
    .output(z.object({ targets: z.array(target) })),
};
