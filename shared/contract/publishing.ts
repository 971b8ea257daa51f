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

/** What reading a published post back has shown. */
export const liveCheck = z.object({
  checkedAt: instant,
  /** Read three times over a day, and no longer there. */
  isGone: z.boolean(),
  /** Where what customers see is not what was planned. `text` says it, `todo` what to do. */
  differences: z.array(
    z.object({
      field: z.enum(['caption', 'media', 'link', 'tags', 'alt', 'collaborators', 'visible']),
      planned: z.string(),
      seen: z.string(),
      text: z.string(),
      todo: z.string(),
    }),
  ),
});
export type LiveCheck = z.infer<typeof liveCheck>;

/** A change of what customers can see already: its words, or taking it away. */
export const publishedChange = z.object({
  kind: z.enum(['text', 'deletion']),
  /** As a target's: `published` means the network has it. */
  state: targetState,
  at: instant,
  reason: reason.optional(),
});
export type PublishedChange = z.infer<typeof publishedChange>;

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
  /** The network's own scheduler holds it and shows it even while this computer is off. With
   *  `takingBack` it is being taken back, for a move, an edit or a cancel. */
  handedOver: z
    .object({ at: instant, remoteId: z.string().optional(), takingBack: z.boolean().optional() })
    .optional(),
  /** Taken off the network from here; what was published stays readable. */
  removedAt: instant.optional(),
  /** The last change asked for after it was published. */
  change: publishedChange.optional(),
  /** Of a published one, once it was read back. */
  live: liveCheck.optional(),
});
export type Target = z.infer<typeof target>;

export const publishingPreferences = z.object({
  /** New Facebook posts are handed to Facebook's own scheduler unless the post says otherwise. */
  handOver: z.boolean(),
});
export type PublishingPreferences = z.infer<typeof publishingPreferences>;

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
  /** Other words for a published post. Facebook only: Instagram keeps a caption as it is. */
  changeText: procedure('/publishing/changeText')
    .input(z.object({ targetId: id, text: z.string().max(63_206), clientId }))
    .output(z.object({ targets: z.array(target) })),
  /** Takes a published post off the network; its copy stays here. */
  deletePublished: procedure('/publishing/deletePublished')
    .input(z.object({ targetId: id, clientId }))
    .output(z.object({ targets: z.array(target) })),
  /** Leaves a change that was not sent yet. */
  cancelChange: procedure('/publishing/cancelChange')
    .input(z.object({ targetId: id, clientId }))
    .output(z.object({ targets: z.array(target) })),
  preferences: procedure('/publishing/preferences').output(publishingPreferences),
  setPreferences: procedure('/publishing/setPreferences')
    .input(publishingPreferences.partial().extend({ clientId }))
    .output(publishingPreferences),
};
