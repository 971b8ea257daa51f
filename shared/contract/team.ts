import { z } from 'zod';
import { clientId, empty, id, procedure } from './shapes.ts';

/** What a person may do: `owner` all of it, `manager` all but people, `author` plans, `answers` only
 *  answers customers. */
export const role = z.enum(['owner', 'manager', 'author', 'answers']);
export type Role = z.infer<typeof role>;

export const personColour = z.enum(['terracotta', 'leaf', 'sun', 'berry', 'sky', 'slate']);
export type PersonColour = z.infer<typeof personColour>;

export const person = z.object({
  id,
  name: z.string(),
  role,
  colour: personColour,
  hasPin: z.boolean(),
});
export type Person = z.infer<typeof person>;

const pin = z.string().regex(/^\d{4,12}$/);
const written = z.object({ name: z.string().trim().min(1).max(60), role, colour: personColour });

const teamView = z.object({
  people: z.array(person),
  /** Who works here now; absent while nobody said so, or where the shop has no people. */
  me: id.optional(),
  /** What authors plan waits for a yes of somebody who may give it. */
  approval: z.boolean(),
});
export type Team = z.infer<typeof teamView>;

export const team = {
  list: procedure('/team/list').input(empty).output(teamView),
  /** The first one comes with an owner beside, so that somebody may do everything. */
  add: procedure('/team/add')
    .input(written.partial({ colour: true }).extend({ pin: pin.optional(), clientId }))
    .output(teamView),
  /** An empty `pin` takes the PIN away. */
  change: procedure('/team/change')
    .input(
      written.partial().extend({ personId: id, pin: pin.or(z.literal('')).optional(), clientId }),
    )
    .output(teamView),
  /** What the person wrote and decided keeps the name. The last owner stays. */
  remove: procedure('/team/remove')
    .input(z.object({ personId: id, clientId }))
    .output(teamView),
  /** Says who works here from now on. */
  actAs: procedure('/team/actAs')
    .input(z.object({ personId: id, pin: z.string().max(20).optional() }))
    .output(teamView),
  setApproval: procedure('/team/setApproval')
    .input(z.object({ approval: z.boolean(), clientId }))
    .output(teamView),
};
