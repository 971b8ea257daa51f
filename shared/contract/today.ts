import { z } from 'zod';
import { id, instant, procedure, reason } from './shapes.ts';
import { postTile } from './posts.ts';
import { target } from './publishing.ts';
import { thread } from './inbox.ts';
import { product } from './catalogue.ts';

export const today = {
  /** What is due, what failed or asks, who waits, what is nearly sold out. */
  letter: procedure('/today/letter')
    .input(z.object({ shopId: id.optional() }).optional())
    .output(
      z.object({
        now: instant,
        /** Targets that ask, failed or were missed, with their post, worst first. */
        attention: z.array(z.object({ post: postTile, target })),
        dueToday: z.array(postTile),
        /** Posts that wait for the yes of the person at the computer, the next one first. */
        approvals: z.array(postTile).optional(),
        next: postTile.extend({ caption: z.string() }).optional(),
        waiting: z.object({
          count: z.number().int(),
          oldestAt: instant.optional(),
          threads: z.array(thread),
        }),
        lowStock: z.array(product),
        /** Sign-ins that end within ten days or have ended. */
        signIns: z.array(reason).optional(),
      }),
    ),
};
