import { z } from 'zod';
import { inboxView, narrowing } from './inbox-filters.ts';
import { problemText } from './problems.ts';
import { clientId, empty, id, instant, network, ok, procedure } from './shapes.ts';

const count = z.number().int();
/** Absolute; without it the folder Vitrine below the person's downloads. */
const folder = z.string().min(1).max(1000).optional();

/** Comments that are written to a file: those of a view, of a search, of accounts, of a period. */
export const commentsWish = z.object({
  view: inboxView.optional(),
  /** Words and operators, as `inbox/threads` takes them. */
  text: z.string().max(200).optional(),
  accountIds: z.array(id).max(200).optional(),
  ...narrowing,
  /** From this instant on, and before that one. */
  since: instant.optional(),
  until: instant.optional(),
});
export type CommentsWish = z.infer<typeof commentsWish>;

/** A file on its way into a folder; it gets its name when it is whole. */
export const fileRun = z.object({
  id,
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  folder: z.string(),
  name: z.string(),
  /** Lines written so far. */
  written: count,
  /** Share of the whole, 0 to 1, as far as it can be told. */
  progressFrac: z.number().min(0).max(1),
  problem: problemText.extend({ code: z.string() }).optional(),
});
export type FileRun = z.infer<typeof fileRun>;

/** How long what customers wrote is kept for a shop. */
export const keepMonths = z.union([z.literal(6), z.literal(12), z.literal(24), z.literal(36)]);
export type KeepMonths = z.infer<typeof keepMonths>;

export const keepRule = z.object({
  shopId: id,
  shopName: z.string(),
  /** Absent: for ever. */
  months: keepMonths.optional(),
  /** What the last look removed, and when it ended. */
  last: z.object({ at: instant, comments: count }).optional(),
  /** Being looked through now. */
  running: z.boolean(),
});
export type KeepRule = z.infer<typeof keepRule>;

/** A customer as a network names them. Facebook leaves the id out where it does not tell it. */
export const customer = z.object({
  network,
  id: z.string().min(1).max(100).optional(),
  name: z.string().max(300),
});
export type Customer = z.infer<typeof customer>;

export const foundCustomer = customer.extend({
  comments: count,
  firstAt: instant,
  lastAt: instant,
});

export const heldIn = z.enum(['backup', 'log', 'library', 'other']);

/** What the studio holds of a person. */
export const personReport = z.object({
  comments: count,
  threads: count,
  /** Answers to them, sent or on their way. */
  replies: count,
  /** Answers that have not left: they would be withdrawn. */
  waiting: count,
  /** Other rows that belong to the person or to these comments, by the table they stand in. */
  others: z.array(z.object({ place: z.string(), rows: count })),
  /** Words of others that name the person: kept unless they are chosen. */
  named: z.array(
    z.object({ commentId: id, from: z.string(), text: z.string(), createdAt: instant }),
  ),
  /** Texts of the shop that name the person: they are for the shop to change. */
  namedElsewhere: z.array(z.object({ place: z.string(), rows: count })),
  /** Files in which the person's id or name stands. */
  files: z.array(
    z.object({
      name: z.string(),
      kind: heldIn,
      at: instant,
      sizeBytes: count,
    }),
  ),
});
export type PersonReport = z.infer<typeof personReport>;

/** What was forgotten and when; nothing that says who it was. */
export const forgetReceipt = z.object({
  id,
  at: instant,
  /** Of the team, who did it. */
  by: z.string().optional(),
  comments: count,
  threads: count,
  others: count,
  logLines: count,
  backupsRemoved: count,
  /** Backups that still hold the person. */
  backupsKept: z.array(z.string()),
  /** Files in which something of the person was still found afterwards; empty when nothing was. */
  left: z.array(z.string()),
});
export type ForgetReceipt = z.infer<typeof forgetReceipt>;

const customers = z.array(customer).min(1).max(20);

export const records = {
  /** Where a file of comments would go, and how it would be called. */
  outlook: procedure('/records/outlook')
    .input(z.object({ folder }).optional())
    .output(
      z.object({
        folder: z.string(),
        name: z.string(),
        place: z.enum(['there', 'new', 'blocked']),
        canShow: z.boolean(),
      }),
    ),
  /** Writes a CSV file of comments, newest first. */
  writeComments: procedure('/records/writeComments')
    .input(commentsWish.extend({ folder, clientId }))
    .output(fileRun),
  /** Writes everything that is held of a person, for them to have. */
  writePerson: procedure('/records/writePerson')
    .input(z.object({ customers, kind: z.enum(['json', 'csv']), folder, clientId }))
    .output(fileRun),
  run: procedure('/records/run')
    .input(z.object({ runId: id }))
    .output(fileRun),
  cancel: procedure('/records/cancel')
    .input(z.object({ runId: id, clientId }))
    .output(fileRun),
  /** Shows its folder in the system's own file window, on the machine of the studio. */
  show: procedure('/records/show')
    .input(z.object({ runId: id }))
    .output(ok),
  keeping: procedure('/records/keeping')
    .input(empty)
    .output(z.object({ rules: z.array(keepRule) })),
  /** What such a rule would remove now, and what it would leave because it still waits. */
  previewKeeping: procedure('/records/previewKeeping')
    .input(z.object({ shopId: id, months: keepMonths }))
    .output(z.object({ comments: count, held: count, before: instant })),
  /** Without months nothing is removed any more. */
  setKeeping: procedure('/records/setKeeping')
    .input(z.object({ shopId: id, months: keepMonths.optional(), clientId }))
    .output(z.object({ rules: z.array(keepRule) })),
  /** Customers by a part of their name, or by their id; of both networks. */
  customers: procedure('/records/customers')
    .input(z.object({ text: z.string().min(1).max(200) }))
    .output(z.object({ items: z.array(foundCustomer) })),
  person: procedure('/records/person').input(z.object({ customers })).output(personReport),
  /** Removes everything of a person for good. `alsoComments`: of those words of others that name them;
   *  `backups`: names of copies to remove as well. */
  forget: procedure('/records/forget')
    .input(
      z.object({
        customers,
        alsoComments: z.array(id).max(500).optional(),
        backups: z.array(z.string().max(200)).max(200).optional(),
        clientId,
      }),
    )
    .output(forgetReceipt),
  receipts: procedure('/records/receipts')
    .input(empty)
    .output(z.object({ items: z.array(forgetReceipt) })),
};
