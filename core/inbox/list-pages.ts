import type { GraphFailure, GraphResult, ListPage } from 'graph-api-client';
import type { Taken } from './take-comments.ts';
import type { Gap } from './watch-store.ts';

/** A network's list, newest first as far as it keeps to that. */
export type ListSource<T> = {
  page(after: string | undefined): Promise<GraphResult<ListPage<T>>>;
  /** Stores rows; called in a transaction. */
  take(items: readonly T[]): Taken;
  keyOf(item: T): string;
  /** Undefined where a row says nothing of the order. */
  atOf(item: T): number | undefined;
  transact(work: () => void): void;
  /** Where to go on, should the reading be cut here. */
  markGap(gap: Gap): void;
};

export type PassWish = {
  from: string | undefined;
  /** The oldest row before that place, where it is known. */
  fromAt?: number | null;
  /** To the last page; else until a page brings nothing new. */
  whole: boolean;
  /** What is left to be read where this pass is cut, when that is more than the pass itself. */
  gapWhole?: boolean;
  mostPages: number;
};

export type Pass<T> = {
  /** `end`: the last page; `known`: a page that brought nothing new; `paused`: as many pages as wished;
   *  `failed`: no answer, to be asked again; `refused`: the network no longer knows the place; `gone`: nor
   *  what is listed. */
  outcome: 'end' | 'known' | 'paused' | 'failed' | 'refused' | 'gone';
  calls: number;
  stored: number;
  updated: number;
  seen: Set<string>;
  items: T[];
  /** Rows of the first page, of which none was known before. */
  strangers: number;
  newestAt: number;
  oldestAt: number;
  /** Newest first throughout. */
  isOrdered: boolean;
  /** A page came twice: another may be missing. */
  isDoubtful: boolean;
};

/** More rows would hold up everybody else for too long. */
const rowsAtOnce = 25;
/** A page that comes again and again is taken for the end. */
const mostRepeats = 2;

/** Asking again later may bring an answer. */
function mayPass({ offline, reaction }: GraphFailure): boolean {
  const passing = ['wait', 'retry', 'reconnect', 'permission', 'account', 'not-ready'];
  return offline === true || passing.includes(reaction);
}

/** Goes through the pages of a list. What a page brought is stored together with the place where reading
 *  goes on, so that nothing behind it is taken for read when the studio ends here. */
export async function readPages<T>(source: ListSource<T>, wish: PassWish): Promise<Pass<T>> {
  const pass = beginPass<T>();
  let after = wish.from;
  let repeats = 0;
  for (;;) {
    if (pass.calls >= wish.mostPages) return cut(source, wish, pass, after, 'paused');
    const answer = await source.page(after);
    pass.calls += 1;
    if (!answer.ok) {
      const isGone = after === undefined && answer.failure.reaction === 'gone';
      if (isGone) return { ...pass, outcome: 'gone' };
      const isLost = after !== undefined && !mayPass(answer.failure);
      return isLost ? { ...pass, outcome: 'refused' } : cut(source, wish, pass, after, 'failed');
    }
    const { items, after: next } = answer.value;
    const beforeAt = reachOf(wish, pass);
    const fresh = notePage(source, pass, items);
    const isRepeat = pass.calls > 1 && items.length > 0 && fresh.length === 0;
    if (isRepeat && next !== undefined && repeats < mostRepeats) {
      // The same place once more: what it leads to is still unread.
      repeats += 1;
      pass.isDoubtful = true;
      after = after === next || repeats > 1 ? next : after;
      continue;
    }
    const taken = await takePage(source, wish, pass, { items: fresh, at: after, beforeAt, next });
    if (pass.calls === 1) pass.strangers = taken.known + taken.updated > 0 ? 0 : items.length;
    if (next === undefined || isRepeat) return { ...pass, outcome: 'end' };
    const isNothingNew = items.length > 0 && taken.stored + taken.updated === 0;
    const isKnown = isNothingNew && isNewestFirst(source, items);
    if (!wish.whole && isKnown) return { ...pass, outcome: 'known' };
    repeats = 0;
    after = next;
  }
}

function beginPass<T>(): Pass<T> {
  return {
    ...{ outcome: 'end', calls: 0, stored: 0, updated: 0, strangers: 0 },
    ...{ seen: new Set<string>(), items: [], isOrdered: true, isDoubtful: false },
    ...{ newestAt: -Infinity, oldestAt: Infinity },
  };
}

function cut<T>(
  source: ListSource<T>,
  wish: PassWish,
  pass: Pass<T>,
  after: string | undefined,
  outcome: 'paused' | 'failed',
): Pass<T> {
  const { whole, gapWhole = whole, from } = wish;
  if (after !== from || pass.stored > 0)
    source.transact(() => markGap(source, after, gapWhole, reachOf(wish, pass)));
  return { ...pass, outcome };
}

/** How far back the rows go that were read, now or before the place where this pass began. */
function reachOf<T>({ fromAt }: PassWish, { oldestAt }: Pass<T>): number | null {
  const reachAt = Math.min(fromAt ?? Infinity, oldestAt);
  return Number.isFinite(reachAt) ? reachAt : null;
}

function markGap<T>(
  source: ListSource<T>,
  cursor: string | undefined,
  whole: boolean,
  at: number | null,
): void {
  source.markGap(cursor === undefined ? { cursor: '', whole, at: null } : { cursor, whole, at });
}

/** Those that this pass has not seen. */
function notePage<T>(source: ListSource<T>, pass: Pass<T>, items: readonly T[]): T[] {
  const fresh = items.filter((item) => !pass.seen.has(source.keyOf(item)));
  const times = timesOf(source, fresh);
  if (!isNewestFirst(source, items) || times.some((at) => at > pass.oldestAt))
    pass.isOrdered = false;
  for (const item of fresh) pass.seen.add(source.keyOf(item));
  pass.newestAt = times.reduce((newest, at) => Math.max(newest, at), pass.newestAt);
  pass.oldestAt = times.reduce((oldest, at) => Math.min(oldest, at), pass.oldestAt);
  pass.items.push(...fresh);
  return fresh;
}

function timesOf<T>(source: ListSource<T>, items: readonly T[]): number[] {
  return items.map((item) => source.atOf(item)).filter((at) => at !== undefined);
}

function isNewestFirst<T>(source: ListSource<T>, items: readonly T[]): boolean {
  const times = timesOf(source, items);
  return times.every((at, index) => at <= (times[index - 1] ?? Infinity));
}

type Page<T> = {
  items: T[];
  at: string | undefined;
  /** The oldest row of the pages before it. */
  beforeAt: number | null;
  next: string | undefined;
};

async function takePage<T>(
  source: ListSource<T>,
  wish: PassWish,
  pass: Pass<T>,
  { items, at, beforeAt, next }: Page<T>,
): Promise<Taken> {
  const { whole, gapWhole = whole } = wish;
  const sum: Taken = { stored: 0, updated: 0, known: 0 };
  for (let first = 0; first === 0 || first < items.length; first += rowsAtOnce) {
    const isLast = first + rowsAtOnce >= items.length;
    source.transact(() => {
      const taken = source.take(items.slice(first, first + rowsAtOnce));
      sum.stored += taken.stored;
      sum.updated += taken.updated;
      sum.known += taken.known;
      // Nothing new yet: there is nothing that a later look could take for the end of what is new.
      if (pass.stored + sum.stored === 0) return;
      if (!isLast) markGap(source, at, gapWhole, beforeAt);
      else if (next !== undefined) markGap(source, next, gapWhole, reachOf(wish, pass));
    });
    if (!isLast) await new Promise((resolve) => setImmediate(resolve));
  }
  pass.stored += sum.stored;
  pass.updated += sum.updated;
  return sum;
}
