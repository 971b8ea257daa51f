import type { InboxParts } from './inbox-parts.ts';
import { readPages, type ListSource, type Pass, type PassWish } from './list-pages.ts';
import {
  doubtDelayMs,
  mendDelayMs,
  overDelayMs,
  paceOf,
  pollDelayMs,
  wholeDelayMs,
} from './polling.ts';
import type { Standing, WatchedObject } from './watch-store.ts';

/** How one object's list is read and stored: what comments and messages differ in. */
export type SweptList<T> = {
  source: ListSource<T>;
  /** What lies behind these pages cannot be had. */
  isBeyondReach(pass: Pass<T>): boolean;
  /** Looks after what a pass left out. */
  follow(pass: Pass<T>, reach: Reach): Promise<Followed>;
};

export type Followed = Pick<Swept, 'calls' | 'stored' | 'updated'>;

/** Whether a pass began at the first page, and whether it came to the last. */
export type Reach = {
  fromTop: boolean;
  /** Where it began elsewhere: the oldest row before that place. */
  fromAt?: number | null;
  toEnd: boolean;
};

/** The times between which a pass in order would have named every row. What an earlier pass named last may
 *  be as old as what this one named first: between them nothing is left out. */
export function timesBetween<T>(
  { newestAt, oldestAt }: Pass<T>,
  { fromTop, fromAt, toEnd }: Reach,
): { afterAt?: number; beforeAt?: number } {
  return {
    ...(toEnd ? {} : { afterAt: oldestAt }),
    ...(fromTop
      ? {}
      : { beforeAt: fromAt === null || fromAt === undefined ? newestAt : fromAt + 1 }),
  };
}

export type SweepWish = {
  mostPages: number;
  /** All pages, whatever is known. */
  whole?: boolean;
  /** The account's other posts are listed and this one is not: that it cannot be found tells that it is gone. */
  mayBeGone?: boolean;
};

export type Swept = {
  stored: number;
  updated: number;
  incomplete: boolean;
  calls: number;
  /** Pages of the list among them. */
  pages: number;
  /** More waits where this reading stopped. */
  isCut: boolean;
  /** All pages are read, now or with the reading that was cut. */
  isWhole: boolean;
  isDoubtful: boolean;
  /** The network did not answer. */
  isFailed: boolean;
  /** The post is gone, and all that stood under it. */
  isOver: boolean;
};

export const rowsAPage = 50;

function emptySweep(): Swept {
  return {
    ...{ stored: 0, updated: 0, calls: 0, pages: 0, incomplete: false },
    ...{ isCut: false, isWhole: false, isDoubtful: false, isFailed: false, isOver: false },
  };
}

/** One pass and what it left out, added to the sweep. */
async function passInto<T>(
  { source, follow, isBeyondReach }: SweptList<T>,
  sum: Swept,
  { mayBeGone = false, ...wish }: PassWish & Pick<SweepWish, 'mayBeGone'>,
): Promise<Pass<T>['outcome']> {
  const pass = await readPages(source, wish);
  const { outcome } = pass;
  const fromTop = wish.from === undefined;
  const isGone = outcome === 'gone' && mayBeGone;
  const reach = { fromTop, fromAt: wish.fromAt ?? null, toEnd: outcome === 'end' || isGone };
  if (outcome === 'refused')
    source.transact(() => source.markGap({ cursor: '', whole: true, at: null }));
  const followed = await follow(pass, reach);
  sum.stored += pass.stored + followed.stored;
  sum.updated += pass.updated + followed.updated;
  sum.calls += pass.calls + followed.calls;
  sum.pages += pass.calls;
  sum.isDoubtful ||= pass.isDoubtful;
  sum.isCut = outcome === 'paused';
  sum.isFailed = outcome === 'failed' || outcome === 'refused' || outcome === 'gone';
  // Nobody is left there of whom nobody knows what became of them.
  sum.isOver = isGone && followed.calls === 0;
  sum.incomplete ||= isBeyondReach(pass);
  return outcome;
}

/** From the first page to what is known, then on from where an earlier reading was cut. */
async function sweepOnce<T>(
  list: SweptList<T>,
  { gapCursor, gapWhole, gapAt }: Pick<WatchedObject, 'gapCursor' | 'gapWhole' | 'gapAt'>,
  { mostPages, whole = false, mayBeGone = false }: SweepWish,
): Promise<Swept> {
  const sum = emptySweep();
  const isGapOpen = gapCursor !== null && gapCursor !== '';
  const isWhole = !isGapOpen && (whole || gapCursor !== null);
  // Cut before it meets the old gap, it would leave two: then all behind it is read.
  const wish = { from: undefined, whole: isWhole, gapWhole: isWhole || isGapOpen, mostPages };
  const top = await passInto(list, sum, { ...wish, mayBeGone });
  sum.isWhole = top === 'end';
  if (!isGapOpen || top !== 'known') return sum;
  // Reading the first pages may have marked a place that is passed by now.
  const gap = { cursor: gapCursor, whole: gapWhole === 1, at: gapAt };
  list.source.transact(() => list.source.markGap(gap));
  const left = mostPages - sum.pages;
  const rest = { from: gapCursor, fromAt: gapAt, whole: gap.whole, mostPages: left };
  sum.isWhole = (await passInto(list, sum, rest)) === 'end';
  return sum;
}

function standingAfter(parts: InboxParts, object: WatchedObject, sum: Swept): Standing {
  const { watch, tools } = parts;
  const now = tools.clock.now();
  const ageMs = now - object.publishedAt;
  const hourly = paceOf(object.hourly, sum.stored, now - (object.readAt ?? object.publishedAt));
  const known = watch.countKnown(object.accountId, object.objectId);
  const pages = Math.max(1, Math.ceil(known / rowsAPage));
  const incomplete = Number(sum.incomplete || object.incomplete === 1);
  const next = {
    ...object,
    hourly,
    pages,
    incomplete,
    nextAt: now + pollDelayMs(ageMs, hourly, object.kind),
  };
  if (sum.isCut || sum.isFailed) {
    const { gapCursor, gapWhole, gapAt } = watch.find(object.accountId, object.objectId) ?? object;
    const readAt = sum.pages > 1 ? now : object.readAt;
    const gap = { gapCursor, gapWhole, gapAt };
    const laterAt = sum.isOver ? now + overDelayMs : next.nextAt;
    return { ...next, readAt, ...gap, nextAt: sum.isCut ? now : laterAt };
  }
  const excess = object.counted === null ? 0 : Math.max(0, object.counted - known);
  const isProven = sum.isWhole && (sum.pages > 1 || known < rowsAPage);
  const read = {
    ...next,
    incomplete: Number(sum.incomplete || (incomplete === 1 && !isProven)),
    readAt: now,
    gapCursor: null,
    gapWhole: 0,
    gapAt: null,
  };
  if (!sum.isWhole) {
    const mendAt = excess > (object.uncounted ?? 0) ? now + mendDelayMs(pages) : Infinity;
    return { ...read, wholeAt: Math.min(object.wholeAt, mendAt) };
  }
  const isDoubtful = excess !== (object.uncounted ?? 0) || sum.isDoubtful;
  const delayMs = isDoubtful
    ? Math.max(doubtDelayMs, mendDelayMs(pages))
    : wholeDelayMs(ageMs, pages, object.kind);
  return {
    ...read,
    countedWhenRead: object.counted,
    uncounted: excess,
    wholeAt: now + delayMs,
  };
}

/** Reads one list as far as wished, and writes down how far that was. */
export async function sweepList<T>(
  parts: InboxParts,
  list: SweptList<T>,
  object: WatchedObject,
  { mostPages, whole, mayBeGone }: SweepWish,
): Promise<Swept> {
  const now = parts.tools.clock.now();
  const isDue = whole === true || now >= object.wholeAt;
  const wish = { mostPages, mayBeGone: mayBeGone ?? false };
  let sum = await sweepOnce(list, object, { ...wish, whole: isDue });
  let standing = standingAfter(parts, object, sum);
  const isShort = !sum.isCut && !sum.isFailed && !sum.isWhole;
  if (isShort && standing.wholeAt <= now && sum.calls < mostPages) {
    // The network counts more than this brought: a short list is read to its end at once.
    const again = await sweepOnce(list, standing, { mostPages, whole: true });
    sum = {
      ...again,
      stored: sum.stored + again.stored,
      updated: sum.updated + again.updated,
      calls: sum.calls + again.calls,
      incomplete: sum.incomplete || again.incomplete,
    };
    standing = standingAfter(parts, { ...object, ...standing }, sum);
  }
  parts.watch.read(standing);
  return sum;
}
