import { z } from 'zod';
import { clientId, id, instant, mediaUrl, network, ok, procedure } from './shapes.ts';
import { calendarRange, postKind } from './posts.ts';

/** What a column of a table of posts may feed. */
export const bulkField = z.enum([
  'date',
  'time',
  'zone',
  'accounts',
  'caption',
  'captionFacebook',
  'captionInstagram',
  'kind',
  'media',
  'alt',
  'tags',
  'link',
  'firstComment',
  'campaign',
  'hashtags',
  'collaborators',
]);
export type BulkField = z.infer<typeof bulkField>;

const cellText = z.string().max(70_000);
const cells = z.partialRecord(bulkField, cellText);

export const bulkIssue = z.object({
  field: bulkField.optional(),
  level: z.enum(['error', 'warning', 'note']),
  code: z.string(),
  text: z.string(),
  /** The part of the cell that is meant, as a name that nothing has. */
  found: z.string().optional(),
  /** Cells that would mend it, one press each. */
  fixes: z
    .array(
      z.object({
        label: z.string(),
        cells,
        /** What `bulk/replace` would write for `found`, to mend all rows alike. */
        by: z.string().optional(),
      }),
    )
    .optional(),
});
export type BulkIssue = z.infer<typeof bulkIssue>;

export const bulkRow = z.object({
  /** As the spreadsheet counts: the header of most files is row 1. */
  row: z.number().int(),
  cells,
  /** Fields that were changed here. */
  edited: z.array(bulkField),
  leftOut: z.boolean(),
  issues: z.array(bulkIssue),
  /** What will come of it, as far as it can be read. */
  at: instant.optional(),
  wall: z.string().optional(),
  zone: z.string().optional(),
  networks: z.array(network),
  kind: postKind,
  thumbUrl: mediaUrl.optional(),
  media: z.number().int(),
  /** What its pictures say to those who cannot see them while the cell is empty, as a cell says it. */
  altSuggested: z.string().optional(),
});
export type BulkRow = z.infer<typeof bulkRow>;

export const bulkSession = z.object({
  sessionId: id,
  name: z.string(),
  createdAt: instant,
  kind: z.enum(['text', 'workbook']),
  encoding: z.string().optional(),
  separator: z.string().optional(),
  /** The sheet of a workbook that was read. */
  sheet: z.string().optional(),
  headers: z.array(z.string()),
  /** For each header, the field it feeds; empty where none. */
  mapping: z.array(bulkField.or(z.literal(''))),
  /** For each column, the first thing that stands in it. */
  samples: z.array(z.string()),
  counts: z.object({
    rows: z.number().int(),
    errors: z.number().int(),
    warnings: z.number().int(),
    leftOut: z.number().int(),
    scheduled: z.number().int(),
    drafts: z.number().int(),
  }),
  files: z.object({
    brought: z.number().int(),
    /** Names in the table that nothing has, with how often, and the nearest name. */
    unmatched: z.array(
      z.object({ name: z.string(), rows: z.number().int(), nearest: z.string().optional() }),
    ),
    /** Brought along, but no row asks for them. */
    unused: z.array(z.string()),
  }),
});
export type BulkSession = z.infer<typeof bulkSession>;

const inSession = z.object({ sessionId: id });
const rowNumber = z.number().int().min(1).max(1_000_000);

const file = z.object({ name: z.string(), mime: z.string(), base64: z.string() });

export const bulk = {
  /** Reads a table of posts (CSV or XLSX) to be looked at; nothing is planned yet. */
  open: procedure('/bulk/open')
    .input(
      z
        .object({
          path: z.string().min(1).max(4096).optional(),
          /** A file that came in by upload instead of a path. */
          assetId: id.optional(),
          encoding: z.enum(['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']).optional(),
          clientId,
        })
        .refine((asked) => Boolean(asked.path) !== Boolean(asked.assetId)),
    )
    .output(bulkSession),
  /** The table that is being looked at, if there is one: it outlives the window. */
  current: procedure('/bulk/current')
    .input(z.object({}).optional())
    .output(z.object({ session: bulkSession.optional() })),
  get: procedure('/bulk/get').input(inSession).output(bulkSession),
  rows: procedure('/bulk/rows')
    .input(
      inSession.extend({
        only: z.enum(['errors', 'warnings', 'left-out']).optional(),
        /** How many to leave out before. */
        offset: z.number().int().min(0).optional(),
        limit: z.number().int().min(1).max(500).optional(),
      }),
    )
    .output(z.object({ items: z.array(bulkRow), total: z.number().int() })),
  /** Says which column feeds which field. */
  setMapping: procedure('/bulk/setMapping')
    .input(inSession.extend({ mapping: z.array(bulkField.or(z.literal(''))).max(200), clientId }))
    .output(bulkSession),
  /** Changes cells of one row. */
  setCells: procedure('/bulk/setCells')
    .input(inSession.extend({ row: rowNumber, cells, clientId }))
    .output(z.object({ session: bulkSession, row: bulkRow })),
  /** Writes another word for `found` in a column, in every row that has it. */
  replace: procedure('/bulk/replace')
    .input(
      inSession.extend({
        field: bulkField,
        found: z.string().min(1).max(1000),
        by: z.string().max(1000),
        clientId,
      }),
    )
    .output(z.object({ session: bulkSession, changed: z.number().int() })),
  /** Fills a column of the named rows, or of all rows where it is empty. */
  fill: procedure('/bulk/fill')
    .input(
      inSession.extend({
        field: bulkField,
        value: cellText,
        rows: z.array(rowNumber).max(5000).optional(),
        clientId,
      }),
    )
    .output(z.object({ session: bulkSession, changed: z.number().int() })),
  /** Leaves rows out of the import, or takes them in again. */
  leaveOut: procedure('/bulk/leaveOut')
    .input(
      inSession.extend({
        /** All rows with errors unless named. */
        rows: z.array(rowNumber).max(5000).optional(),
        leftOut: z.boolean(),
        clientId,
      }),
    )
    .output(bulkSession),
  /** Tells which media were brought along for the table, by the names their files had. */
  addFiles: procedure('/bulk/addFiles')
    .input(
      inSession.extend({
        files: z.array(z.object({ name: z.string().min(1).max(500), assetId: id })).max(5000),
        clientId,
      }),
    )
    .output(bulkSession),
  /** Plans every row in one step, or none: refused while a row has an error. */
  confirm: procedure('/bulk/confirm')
    .input(inSession.extend({ clientId }))
    .output(
      z.object({
        batchId: id,
        posts: z.number().int(),
        scheduled: z.number().int(),
        drafts: z.number().int(),
      }),
    ),
  discard: procedure('/bulk/discard').input(inSession.extend({ clientId })).output(ok),
  /** An empty table with headers, examples and, in the workbook, instructions. */
  template: procedure('/bulk/template')
    .input(z.object({ format: z.enum(['csv', 'xlsx']) }))
    .output(file),
  /** Posts as a table that imports back: those named, or those planned in a range. */
  export: procedure('/bulk/export')
    .input(
      z.object({
        format: z.enum(['csv', 'xlsx']),
        range: calendarRange.optional(),
        postIds: z.array(id).max(10_000).optional(),
        /** Those without a time too. */
        drafts: z.boolean().optional(),
      }),
    )
    .output(file.extend({ posts: z.number().int() })),
};
