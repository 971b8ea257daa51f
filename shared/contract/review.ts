import { z } from 'zod';
import { clientId, id, instant, network, ok, procedure } from './shapes.ts';
import { approvalState, postTile } from './posts.ts';

const who = z.object({ id: id.optional(), name: z.string() });

export const approval = z.object({
  state: approvalState,
  author: who,
  askedAt: instant.optional(),
  decidedBy: who.optional(),
  decidedAt: instant.optional(),
  /** What was said when asking or sending back. */
  words: z.string(),
});
export type Approval = z.infer<typeof approval>;

export const postNote = z.object({
  id,
  person: who,
  text: z.string(),
  at: instant,
  resolved: z.object({ by: who, at: instant }).optional(),
});
export type PostNote = z.infer<typeof postNote>;

export const historyEntry = z.object({
  id,
  person: who,
  at: instant,
  kind: z.string(),
  /** A sentence. */
  text: z.string(),
  /** Of a changed text: what it was and what it became. */
  change: z
    .object({ before: z.string(), after: z.string(), network: network.optional() })
    .optional(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

const reviewView = z.object({
  approval: approval.optional(),
  notes: z.array(postNote),
  /** Newest first. */
  history: z.array(historyEntry),
  /** What the person at the computer may do now. */
  may: z.object({ ask: z.boolean(), decide: z.boolean() }),
});
export type Review = z.infer<typeof reviewView>;

const words = z.string().trim().max(2000);
const ofPost = z.object({ postId: id });

export const review = {
  get: procedure('/review/get').input(ofPost).output(reviewView),
  ask: procedure('/review/ask')
    .input(ofPost.extend({ words: words.optional(), clientId }))
    .output(reviewView),
  /** Says yes to the posts as they stand now; answers which could not be. */
  approve: procedure('/review/approve')
    .input(z.object({ postIds: z.array(id).min(1).max(200), clientId }))
    .output(
      z.object({
        approved: z.array(id),
        refused: z.array(z.object({ postId: id, text: z.string() })),
      }),
    ),
  sendBack: procedure('/review/sendBack')
    .input(ofPost.extend({ words: words.min(1), clientId }))
    .output(reviewView),
  /** What waits for a yes, what is due first first. */
  waiting: procedure('/review/waiting')
    .input(z.object({}).optional())
    .output(z.object({ items: z.array(postTile) })),
  addNote: procedure('/review/addNote')
    .input(ofPost.extend({ text: words.min(1), clientId }))
    .output(reviewView),
  resolveNote: procedure('/review/resolveNote')
    .input(z.object({ noteId: id, resolved: z.boolean(), clientId }))
    .output(ok),
  /** Puts a text of the history back into the post. */
  restoreText: procedure('/review/restoreText')
    .input(ofPost.extend({ entryId: id, clientId }))
    .output(reviewView),
};
