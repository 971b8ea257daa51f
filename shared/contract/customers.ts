import { z } from 'zod';
import { clientId, id, instant, network, ok, procedure } from './shapes.ts';
import { personColour } from './team.ts';
import { colleague } from './teamwork.ts';

export const customerTag = z.object({ id, name: z.string(), colour: personColour });
export type CustomerTag = z.infer<typeof customerTag>;

export const customerNote = z.object({
  noteId: id,
  person: colleague,
  text: z.string(),
  at: instant,
  editedAt: instant.optional(),
  /** Of whoever works here now: they may change it. */
  mine: z.boolean(),
});
export type CustomerNote = z.infer<typeof customerNote>;

/** Somebody as one account knows them, by the newest of their threads. */
export const knownPerson = z.object({
  threadId: id,
  accountId: id,
  network,
  name: z.string(),
  lastAt: instant,
});
export type KnownPerson = z.infer<typeof knownPerson>;

const ofThread = z.object({ threadId: id });
const tagName = z.string().trim().min(1).max(40);
const words = z.string().trim().min(1).max(4000);

export const customers = {
  /** What the shop noted about whoever began a thread. */
  get: procedure('/customers/get')
    .input(ofThread)
    .output(
      z.object({
        tags: z.array(customerTag),
        /** Newest first. */
        notes: z.array(customerNote),
        /** Who else was said to be this person, on other accounts. */
        same: z.array(knownPerson.extend({ tags: z.array(customerTag) })),
      }),
    ),
  /** Every tag with how many people wear it, by name. */
  tags: procedure('/customers/tags')
    .input(z.object({}).optional())
    .output(z.object({ items: z.array(customerTag.extend({ count: z.number().int() })) })),
  /** Gives tags by name (made when they are new) and takes others away. */
  tag: procedure('/customers/tag')
    .input(
      ofThread.extend({
        add: z.array(tagName).max(20).optional(),
        remove: z.array(id).max(20).optional(),
        clientId,
      }),
    )
    .output(z.object({ tags: z.array(customerTag) })),
  changeTag: procedure('/customers/changeTag')
    .input(
      z.object({ tagId: id, name: tagName.optional(), colour: personColour.optional(), clientId }),
    )
    .output(ok),
  addNote: procedure('/customers/addNote')
    .input(ofThread.extend({ text: words, clientId }))
    .output(z.object({ noteId: id })),
  /** Only one's own. */
  editNote: procedure('/customers/editNote')
    .input(z.object({ noteId: id, text: words, clientId }))
    .output(ok),
  /** `removed: false` takes it back, for a day. */
  removeNote: procedure('/customers/removeNote')
    .input(z.object({ noteId: id, removed: z.boolean(), clientId }))
    .output(ok),
  /** People of other accounts by name, newest words first; without words those of the same name. */
  likely: procedure('/customers/likely')
    .input(ofThread.extend({ text: z.string().max(100).optional() }))
    .output(z.object({ items: z.array(knownPerson) })),
  /** Says that who began the two threads is one person. Nothing is merged: each keeps what is theirs. */
  link: procedure('/customers/link')
    .input(ofThread.extend({ otherThreadId: id, clientId }))
    .output(ok),
  /** Takes the person of a thread out of such a pair or group. */
  unlink: procedure('/customers/unlink').input(ofThread.extend({ clientId })).output(ok),
};
