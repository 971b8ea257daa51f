import { bulkField, type BulkField } from '../../shared/contract/bulk.ts';
import type { Check } from '../../shared/contract/posts.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { BulkUses } from './bulk-uses.ts';
import { compareRows } from './compare-rows.ts';
import { accountFinder } from './find-account.ts';
import { mediumFinder, type MediumFinder } from './find-medium.ts';
import { readRow, type RowContext } from './read-row.ts';
import { detectDayOrder } from './read-when.ts';
import type { RowCells, RowIssue, RowReading } from './row-reading.ts';
import { cellOf, type BulkStore, type SessionRow, type StoredRow } from './store.ts';

export type LookedRow = {
  stored: StoredRow;
  cells: RowCells;
  reading: RowReading;
  /** All that stands against the row, the gravest first. */
  issues: RowIssue[];
};
export type LookOver = { rows: LookedRow[]; media: MediumFinder };

type Kept = { epoch: number; readings: Map<string, { reading: RowReading; checks: RowIssue[] }> };

const mostKept = 4;
const dayMs = 86_400_000;
const gravity = { error: 0, warning: 1, note: 2 } as const;

/** Reads every row of a table and says what stands against it. What a row reads as is kept until it, or
 *  what it was read against, changes: one corrected cell does not cost a thousand rows. */
export function lookOver(tools: FeatureTools, store: BulkStore, uses: BulkUses) {
  const kept = new Map<string, Kept>();
  let epoch = 0;
  tools.events.on((event) => {
    if (event.type === 'changed' && !unrelated.has(event.topic)) epoch += 1;
  });

  function keptOf(key: string): Kept {
    const known = kept.get(key);
    if (known?.epoch === epoch) return known;
    const fresh: Kept = { epoch, readings: new Map() };
    kept.delete(key);
    kept.set(key, fresh);
    for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
    return fresh;
  }

  function contextOf(session: SessionRow, rows: readonly { cells: RowCells }[]): RowContext {
    const order = detectDayOrder(rows.map(({ cells }) => cells.date ?? ''));
    return {
      now: tools.clock.now(),
      dayOrder: order ?? (uses.country() === 'US' ? 'month-first' : 'day-first'),
      isOrderUnsure: order === undefined,
      placeOf: once((ids) => uses.placeOf(ids)),
      accounts: accountFinder(uses.accounts()),
      media: mediumFinder({
        files: store.files(session.id),
        library: uses.mediaNames(),
        findSku: uses.findSku,
        isAsset: (id) => isShown(uses.readAsset(id)?.kind),
      }),
      findSku: uses.findSku,
      altOf: uses.altOf,
      isVideo: (id) => uses.readAsset(id)?.kind === 'video',
      campaigns: uses.campaigns(),
    };
  }

  return (session: SessionRow, language: Language): LookOver => {
    const rows = store
      .rows(session.id)
      .map((stored) => ({ stored, cells: cellsOf(stored, session) }));
    const context = contextOf(session, rows);
    const minute = Math.floor(context.now / 60_000);
    const known = keptOf(`${session.id} ${language} ${context.dayOrder} ${minute}`);
    const read = rows.map(({ stored, cells }) => {
      const key = JSON.stringify([stored.row, cells]);
      const before = known.readings.get(key);
      if (before) return { stored, cells, ...before };
      const reading = readRow(stored.row, cells, context);
      const fresh = { reading, checks: checksOf(reading, cells, language, uses) };
      known.readings.set(key, fresh);
      return { stored, cells, ...fresh };
    });
    const compared = compare(read, uses);
    return {
      media: context.media,
      rows: read.map(({ stored, cells, reading, checks }) => {
        const issues = [...reading.issues, ...checks, ...(compared.get(stored.row) ?? [])];
        issues.sort((one, other) => gravity[one.level] - gravity[other.level]);
        return { stored, cells, reading, issues };
      }),
    };
  };
}

/** What changes without changing how a row reads. */
const unrelated: ReadonlySet<string> = new Set([
  'jobs',
  'inbox',
  'outbox',
  'line',
  'backups',
  'posts',
  'targets',
  'bulk',
]);

function isShown(kind: string | undefined): boolean {
  return kind === 'photo' || kind === 'video';
}

function cellsOf(stored: StoredRow, { mapping }: SessionRow): RowCells {
  const cells: RowCells = {};
  for (const field of bulkField.options) {
    const value = cellOf(stored, field, mapping);
    if (value !== '') cells[field] = value;
  }
  return cells;
}

function compare(
  rows: readonly { stored: StoredRow; reading: RowReading }[],
  { posts }: BulkUses,
): Map<number, RowIssue[]> {
  const taken = rows.filter(({ stored }) => !stored.leftOut).map(({ reading }) => reading);
  const times = taken.flatMap(({ time }) => (time ? [time.at] : []));
  const planned = times.length === 0 ? [] : posts.planned(min(times) - dayMs, max(times) + 60_000);
  return compareRows(taken, {
    printOf: ({ content }) => posts.printOf(content),
    alike: posts.alike,
    planned,
    dayLimitOf: posts.dayLimitOf,
  });
}

const min = (all: readonly number[]) => all.reduce((least, one) => Math.min(least, one));
const max = (all: readonly number[]) => all.reduce((most, one) => Math.max(most, one));

/** What a network would refuse. A draft may be wrong as long as it likes. */
function checksOf(
  { content, time, issues }: RowReading,
  cells: RowCells,
  language: Language,
  uses: BulkUses,
): RowIssue[] {
  const isDraft = !time && issues.some((issue) => issue.code === 'draft');
  const hasOwn = new Set(issues.flatMap((issue) => (issue.level === 'error' ? issue.field : [])));
  return uses.posts
    .check({ ...content, ...(time && { at: new Date(time.at).toISOString() }) }, language)
    .flatMap((check) => {
      const field = fieldOf(check, cells);
      // What the row itself lacks is told once, by the cell that could not be read.
      if (field && hasOwn.has(field) && check.level === 'error') return [];
      const level = isDraft && check.level === 'error' ? 'warning' : check.level;
      return [{ field, level, code: check.code, text: check.text }];
    });
}

function fieldOf({ field, network }: Check, cells: RowCells): BulkField | undefined {
  if (field === 'caption' && network === 'facebook' && cells.captionFacebook)
    return 'captionFacebook';
  if (field === 'caption' && network === 'instagram' && cells.captionInstagram)
    return 'captionInstagram';
  const known = bulkField.safeParse(field);
  return known.success ? known.data : undefined;
}

/** Many rows name the same accounts. */
function once<T>(ask: (ids: readonly string[]) => T): (ids: readonly string[]) => T {
  const known = new Map<string, T>();
  return (ids) => {
    const key = ids.join(' ');
    const found = known.get(key) ?? ask(ids);
    known.set(key, found);
    return found;
  };
}
