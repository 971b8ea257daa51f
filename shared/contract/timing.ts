import { z } from 'zod';
import { postTile } from './posts.ts';
import { clientId, empty, id, instant, ok, procedure } from './shapes.ts';

/** A time proposed, with the reason in words. `timesBetter` is there when it comes from results. */
const suggestion = z.object({
  at: instant,
  wall: z.string(),
  zone: z.string(),
  timesBetter: z.number().optional(),
  posts: z.number().int().optional(),
  text: z.string(),
});
export type Suggestion = z.infer<typeof suggestion>;

/** What stands at the usual hours and may change places. */
const queued = z.object({ post: postTile, at: instant, wall: z.string() });
const queue = z.object({
  zone: z.string(),
  items: z.array(queued),
  /** Free usual hours before the last queued post. */
  gaps: z.array(z.object({ at: instant, wall: z.string() })),
});
export type Queue = z.infer<typeof queue>;
const queueOf = z.object({ shopId: id.optional(), accountId: id.optional() });

const movedPlan = z.object({
  postId: id,
  title: z.string(),
  zone: z.string(),
  wall: z.string(),
  from: instant,
  to: instant,
  noticedAt: instant,
});
export type MovedPlanNote = z.infer<typeof movedPlan>;

export const timing = {
  /** Up to three times for posts of these accounts: where they were answered most, else the usual hours. */
  suggest: procedure('/timing/suggest')
    .input(z.object({ accountIds: z.array(id).max(50), postId: id.optional() }))
    .output(
      z.object({
        from: z.enum(['results', 'usual-hours', 'nothing']),
        /** How many own posts were read, and how many it takes. */
        posts: z.number().int(),
        needed: z.number().int(),
        items: z.array(suggestion),
      }),
    ),
  /** Plans whose instant moved because the rules of a zone changed, until they are put away. */
  moved: procedure('/timing/moved')
    .input(empty)
    .output(z.object({ items: z.array(movedPlan) })),
  putAwayMoved: procedure('/timing/putAwayMoved').input(z.object({ clientId })).output(ok),
  queue: procedure('/timing/queue').input(queueOf.optional()).output(queue),
  /** Changes places with the one before or after it. */
  moveInQueue: procedure('/timing/moveInQueue')
    .input(queueOf.extend({ postId: id, to: z.enum(['earlier', 'later']), clientId }))
    .output(queue),
  /** Moves what follows a free hour forward, in order. */
  closeGaps: procedure('/timing/closeGaps')
    .input(queueOf.extend({ clientId }))
    .output(queue.extend({ moved: z.number().int() })),
};
