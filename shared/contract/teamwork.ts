import { z } from 'zod';
import { clientId, cursor, id, instant, limit, network, ok, procedure } from './shapes.ts';

/** Somebody of the team; without an id where the shop has named nobody, or the studio did it. */
export const colleague = z.object({ id: id.optional(), name: z.string() });
export type Colleague = z.infer<typeof colleague>;

export const threadNote = z.object({
  noteId: id,
  person: colleague,
  text: z.string(),
  /** Colleagues whom the text names as `@Name`. */
  mentions: z.array(colleague),
  at: instant,
  editedAt: instant.optional(),
  /** Of whoever works here now: they may change it. */
  mine: z.boolean(),
});
export type ThreadNote = z.infer<typeof threadNote>;

/** Who answers a thread now, until when. `mine`: it is the asking window and the person at it. */
export const threadClaim = z.object({
  threadId: id,
  person: colleague,
  mine: z.boolean(),
  /** Set where the same person has it open in another window. */
  otherWindow: z.boolean().optional(),
  until: instant,
});
export type ThreadClaim = z.infer<typeof threadClaim>;

export const threadDeed = z.object({
  id,
  person: colleague,
  at: instant,
  kind: z.string(),
  /** A sentence. */
  text: z.string(),
});
export type ThreadDeed = z.infer<typeof threadDeed>;

const waits = z.object({
  /** Absent where nothing was answered. */
  medianMs: z.number().int().optional(),
  p90Ms: z.number().int().optional(),
});
const figures = waits.extend({
  count: z.number().int(),
  /** Counting opening hours alone; absent where nothing was answered, or no shop said its hours. */
  open: waits.optional(),
});

/** Names a window, or another program that answers: one that holds a thread tells it with its answers. */
export const claimHolder = z.string().min(8).max(80);
const words = z.string().trim().min(1).max(4000);
const ofThread = z.object({ threadId: id });
const accountIds = z.array(id).max(200).optional();

export const teamwork = {
  /** What colleagues wrote about a thread, oldest first, and who answers it now. */
  thread: procedure('/teamwork/thread')
    .input(ofThread.extend({ holder: claimHolder.optional() }))
    .output(
      z.object({
        notes: z.array(threadNote),
        claim: threadClaim.optional(),
        /** A note that whoever works here has begun. */
        draft: z.string().optional(),
      }),
    ),
  /** Keeps a note that is begun; empty forgets it. */
  draftNote: procedure('/teamwork/draftNote')
    .input(ofThread.extend({ text: z.string().max(4000), clientId }))
    .output(ok),
  /** Stays in the shop. Whoever the text names as `@Name` is told. */
  addNote: procedure('/teamwork/addNote')
    .input(ofThread.extend({ text: words, clientId }))
    .output(z.object({ noteId: id })),
  /** Only one's own. */
  editNote: procedure('/teamwork/editNote')
    .input(z.object({ noteId: id, text: words, clientId }))
    .output(ok),
  /** `removed: false` takes it back, for a day. */
  removeNote: procedure('/teamwork/removeNote')
    .input(z.object({ noteId: id, removed: z.boolean(), clientId }))
    .output(ok),
  /** Notes that name whoever works here and that they have not seen, newest first. */
  mentions: procedure('/teamwork/mentions')
    .input(z.object({}).optional())
    .output(
      z.object({
        items: z.array(
          z.object({
            noteId: id,
            threadId: id,
            /** Of the thread. */
            customer: z.string(),
            network,
            person: colleague,
            text: z.string(),
            at: instant,
          }),
        ),
      }),
    ),
  /** Whoever works here has seen the notes of a thread. */
  seen: procedure('/teamwork/seen').input(ofThread.extend({ clientId })).output(ok),
  /** All threads that somebody answers now. */
  claims: procedure('/teamwork/claims')
    .input(z.object({ holder: claimHolder.optional() }).optional())
    .output(z.object({ items: z.array(threadClaim) })),
  /** Takes a thread to answer it, or holds it for longer. Somebody else's is left and told, unless `take`
   *  says to take it over. */
  claim: procedure('/teamwork/claim')
    .input(ofThread.extend({ holder: claimHolder, take: z.boolean().optional(), clientId }))
    .output(z.object({ claim: threadClaim })),
  release: procedure('/teamwork/release')
    .input(ofThread.extend({ holder: claimHolder, clientId }))
    .output(ok),
  /** Who did what with a thread, newest first. */
  history: procedure('/teamwork/history')
    .input(ofThread.extend({ cursor, limit }))
    .output(z.object({ items: z.array(threadDeed), next: z.string().optional() })),
  /** How long customers waited for answers given in the last `days` days, by the clocks of the shop; and how
   *  long of it the shop was open. */
  answerTimes: procedure('/teamwork/answerTimes')
    .input(z.object({ days: z.number().int().min(1).max(92), accountIds }))
    .output(
      figures.extend({
        zone: z.string(),
        /** Every day, oldest first. */
        days: z.array(figures.extend({ date: z.iso.date() })),
        /** Most answers first; `by` tells whom a nameless line stands for. */
        people: z.array(
          figures.extend({ person: colleague, by: z.enum(['person', 'studio', 'elsewhere']) }),
        ),
      }),
    ),
};
