import { z } from 'zod';
import { clientId, empty, id, network, ok, procedure, reason } from './shapes.ts';

export const capability = z.enum([
  'publish',
  'stories',
  'reels',
  'product-tags',
  'comments',
  'private-replies',
  'schedule-on-network',
]);

export const account = z.object({
  id,
  network,
  remoteId: z.string(),
  name: z.string(),
  username: z.string().optional(),
  pictureUrl: z.string().optional(),
  can: z.array(capability),
  missing: z.array(z.object({ capability, code: z.string(), text: z.string() })),
  /** `ok`, or why the account's work waits. */
  health: z.enum(['ok', 'sign-in', 'permission', 'restricted', 'throttled']),
  healthReason: reason.optional(),
  practice: z.boolean(),
});
export type Account = z.infer<typeof account>;

const list = z.object({ accounts: z.array(account) });

export const accounts = {
  connect: procedure('/accounts/connect')
    .input(
      z.object({ graph: z.url().optional(), userToken: z.string().min(1).max(2000), clientId }),
    )
    .output(list),
  list: procedure('/accounts/list').input(empty).output(list),
  disconnect: procedure('/accounts/disconnect')
    .input(z.object({ accountId: id, clientId }))
    .output(ok),
};
