import { z } from 'zod';
import { clientId, empty, id, instant, network, ok, procedure, reason } from './shapes.ts';

export const capability = z.enum([
  'publish',
  'stories',
  'reels',
  'product-tags',
  'comments',
  'private-replies',
  'schedule-on-network',
]);

/** Why an account cannot do something, and what a person does about it. */
export const missingCapability = z.object({
  capability,
  code: z.string(),
  text: z.string(),
  fix: z.string().optional(),
});

export const account = z.object({
  id,
  network,
  remoteId: z.string(),
  name: z.string(),
  username: z.string().optional(),
  pictureUrl: z.string().optional(),
  can: z.array(capability),
  missing: z.array(missingCapability),
  /** `ok`, or why the account's work waits. */
  health: z.enum(['ok', 'sign-in', 'permission', 'restricted', 'throttled']),
  healthReason: reason.optional(),
  practice: z.boolean(),
  /** When the sign-in ends, where it has an end. */
  expiresAt: instant.optional(),
  /** When the network stops giving data unless the person signs in again. */
  accessEndsAt: instant.optional(),
  /** From ten days before the earlier of the two; said again after it. */
  notice: reason.optional(),
});
export type Account = z.infer<typeof account>;

/** How the shop signs in: through a Meta app of its own, through a company's token broker, or with a
 *  token that somebody pasted. */
export const loginWay = z.enum(['own-app', 'broker', 'token']);
export type LoginWay = z.infer<typeof loginWay>;

const appId = z.string().regex(/^\d{5,30}$/);
const configId = z.string().regex(/^\d{5,30}$/);

export const loginSettings = z.object({
  way: loginWay,
  appId: z.string().optional(),
  /** The secret itself is never answered. */
  hasSecret: z.boolean(),
  configId: z.string().optional(),
  brokerUrl: z.string().optional(),
  /** Base address of the network; absent: the real one, or the practice network beside the studio. */
  graph: z.string().optional(),
  /** `window`: the studio opens the login itself. `tab`: the page opens `loginUrl` in a tab. `none`:
   *  nothing can be opened from here, a token is pasted. */
  opens: z.enum(['window', 'tab', 'none']),
  /** To be copied into the settings of the merchant's Meta app. */
  redirectUrl: z.string().optional(),
  practice: z.boolean(),
});
export type LoginSettings = z.infer<typeof loginSettings>;

export const setupStep = z.object({
  step: z.enum([
    'app-id',
    'app-secret',
    'redirect',
    'broker-address',
    'broker-answers',
    'login',
    'permissions',
  ]),
  state: z.enum(['ok', 'todo', 'failed']),
  text: z.string(),
  todo: z.string().optional(),
  /** Something to copy, as the redirect address. */
  copy: z.string().optional(),
});
export type SetupStep = z.infer<typeof setupStep>;

/** `waiting`: the person is at the network's page. `found`: ask `found` for the accounts. The others end
 *  it, with a reason: begin again. */
export const loginProgress = z.object({
  /** Names this login; random, for one use, gone after ten minutes. */
  state: z.string(),
  step: z.enum(['waiting', 'found', 'refused', 'closed', 'failed', 'expired']),
  reason: reason.optional(),
  until: instant,
});
export type LoginProgress = z.infer<typeof loginProgress>;

/** An account as the sign-in found it, before it is connected. */
export const foundAccount = account
  .pick({ network: true, remoteId: true, name: true, username: true, can: true, missing: true })
  .extend({
    pageName: z.string(),
    /** The business that holds its Page, where one does. */
    businessName: z.string().optional(),
    /** Already connected here. */
    connected: z.boolean(),
    /** Why it cannot be connected at all. */
    blocked: reason.optional(),
  });
export type FoundAccount = z.infer<typeof foundAccount>;

const list = z.object({ accounts: z.array(account) });
const loginState = z.string().min(1).max(100);

export const accounts = {
  connect: procedure('/accounts/connect')
    .input(
      z.object({ graph: z.url().optional(), userToken: z.string().min(1).max(2000), clientId }),
    )
    .output(list),
  list: procedure('/accounts/list').input(empty).output(list),
  /** Forgets the account's tokens. With the last account of a sign-in the network is asked to end it
   *  too; `revoked` is false when it could not be, `note` says so. */
  disconnect: procedure('/accounts/disconnect')
    .input(z.object({ accountId: id, clientId }))
    .output(ok.extend({ revoked: z.boolean().optional(), note: reason.optional() })),
  loginSettings: procedure('/accounts/loginSettings').input(empty).output(loginSettings),
  /** What is absent stays; an empty text removes it. */
  setLoginSettings: procedure('/accounts/setLoginSettings')
    .input(
      z.object({
        way: loginWay.optional(),
        appId: appId.or(z.literal('')).optional(),
        /** Goes to the keyring and is never answered. */
        appSecret: z.string().max(200).optional(),
        configId: configId.or(z.literal('')).optional(),
        brokerUrl: z.string().max(500).optional(),
        graph: z.string().max(500).optional(),
        clientId,
      }),
    )
    .output(loginSettings),
  /** Looks, at the network where that is possible, how far the way in use is set up. */
  checkSetup: procedure('/accounts/checkSetup')
    .input(empty)
    .output(z.object({ steps: z.array(setupStep) })),
  /** `opens: tab` leaves opening `loginUrl` to the page. `again` asks for permissions once refused. */
  beginLogin: procedure('/accounts/beginLogin')
    .input(z.object({ again: z.boolean().optional(), clientId }).optional())
    .output(loginProgress.extend({ loginUrl: z.string(), opens: z.enum(['window', 'tab']) })),
  /** A pasted token instead of a login: `found` and `choose` go on from there. */
  useToken: procedure('/accounts/useToken')
    .input(z.object({ userToken: z.string().min(1).max(2000), clientId }))
    .output(loginProgress),
  /** How far the login is; ask again while it waits (topic `accounts` tells when). */
  finishLogin: procedure('/accounts/finishLogin')
    .input(z.object({ state: loginState }))
    .output(loginProgress),
  cancelLogin: procedure('/accounts/cancelLogin')
    .input(z.object({ state: loginState, clientId }))
    .output(ok),
  found: procedure('/accounts/found')
    .input(z.object({ state: loginState }))
    .output(z.object({ accounts: z.array(foundAccount) })),
  /** Connects those of the found accounts that were chosen; the others stay out. */
  choose: procedure('/accounts/choose')
    .input(z.object({ state: loginState, remoteIds: z.array(id).min(1).max(500), clientId }))
    .output(list),
};
