import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { clientId, empty, instant, language, ok, procedure, reason } from './shapes.ts';

/** What may have changed; a window asks again for what it shows of that topic. */
export const topic = z.enum([
  'accounts',
  'automation',
  'backups',
  'batches',
  'bulk',
  'campaigns',
  'catalogue',
  'clips',
  'creations',
  'drafts',
  'filters',
  'inbox',
  'jobs',
  'library',
  'line',
  'media',
  'orders',
  'outbox',
  'posts',
  'records',
  'savedReplies',
  'series',
  'shop',
  'snippets',
  'targets',
  'team',
  // Notes, claims and deeds about threads, and what is noted about people.
  'teamwork',
]);
export type Topic = z.infer<typeof topic>;

export const lineState = z.object({
  /** The merchant's switch and the measured line together. */
  online: z.boolean(),
  /** Off when the merchant chose to work offline. */
  wanted: z.boolean(),
  since: instant,
});

export const appInfo = z.object({
  version: z.string(),
  dataDir: z.string(),
  practice: z.boolean(),
  /** `undecided` until the merchant chose practice or connected an account. */
  mode: z.enum(['undecided', 'practice', 'real']),
  now: instant,
  zone: z.string(),
  language,
  line: lineState,
  /** Address of the practice network's pages, in practice mode. */
  practiceUrl: z.string().optional(),
  /** Why nothing is published for the moment: full disk, failing disk, wrong clock. */
  halt: reason.optional(),
  /** Where secrets are kept, and whether that is as safe as the machine allows. */
  secrets: z.object({ kind: z.string(), weak: z.boolean() }),
});
export type AppInfo = z.infer<typeof appInfo>;

export const counters = z.object({
  /** Posts that ask, failed or were missed. */
  plan: z.number().int(),
  /** Threads with something unread. */
  inbox: z.number().int(),
  /** Outbox items not yet sent, jobs that run or wait, and targets on their way. */
  outbox: z.number().int(),
});

export const backup = z.object({
  name: z.string(),
  path: z.string(),
  at: instant,
  sizeBytes: z.number().int(),
  verified: z.boolean(),
  why: z.enum(['daily', 'migration', 'asked']),
});

export const app = {
  info: procedure('/app/info').input(empty).output(appInfo),
  setLine: procedure('/app/setLine')
    .input(z.object({ online: z.boolean(), clientId }))
    .output(lineState),
  /** Streams over WebSocket and MessagePort only. */
  changes: procedure('/app/changes')
    .input(empty)
    .output(eventIterator(z.object({ topic }))),
  counters: procedure('/app/counters').input(empty).output(counters),
  setLanguage: procedure('/app/setLanguage').input(z.object({ language, clientId })).output(ok),
  /** Makes an undecided folder the practice shop: sample products, practice network, accounts. */
  startPractice: procedure('/app/startPractice')
    .input(z.object({ language, clientId }))
    .output(z.object({ dataDir: z.string() })),
  /** Leaves practice for the merchant's own folder; the host opens it and the window reloads. */
  openOwnShop: procedure('/app/openOwnShop')
    .input(empty)
    .output(z.object({ dataDir: z.string() })),
  backups: procedure('/app/backups')
    .input(empty)
    .output(z.object({ items: z.array(backup), folder: z.string() })),
  backUpNow: procedure('/app/backUpNow').input(z.object({ clientId }).optional()).output(backup),
  diagnostics: procedure('/app/diagnostics')
    .input(empty)
    .output(z.object({ lines: z.array(z.object({ name: z.string(), value: z.string() })) })),
};
