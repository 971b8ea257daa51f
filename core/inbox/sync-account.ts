import type { AccountFact } from '../../shared/facts.ts';
import { askForMissing } from './ask-missing.ts';
import type { InboxParts } from './inbox-parts.ts';
import { watchKnown, watchListed } from './list-objects.ts';
import { allowance, refill, type PollBudget } from './poll-budget.ts';
import {
  deletedAfterMs,
  heardEveryMs,
  inReadingOrder,
  listEveryMs,
  maxPages,
  mentionsEveryMs,
  unheardEveryMs,
} from './polling.ts';
import { sweepConversation } from './sweep-conversation.ts';
import type { Swept, SweepWish } from './sweep-list.ts';
import { sweepObject } from './sweep-object.ts';
import { readBlocked } from './read-blocked.ts';
import { listConversations } from './sync-conversations.ts';
import { syncMentions } from './sync-mentions.ts';
import type { ListPace } from './walk-list.ts';
import type { WatchedObject } from './watch-store.ts';

export type SyncResult = { stored: number; updated: number; incomplete: boolean };

const dayMs = 86_400_000;
const refusedForMs = 3_600_000;
const sweptWhenAsked = 100;
const heardWhenAsked = 50;
/** Longer lists are read to their end when that is due, not whenever somebody asks. */
const pagesWhenAsked = 20;
/** Looked through for what is read first. */
const dueAtOnce = 1_000;
/** Pages of one list in one go, so that those of today do not wait for a long one. */
const pagesAtOnce = 10;
const missingAtOnce = 10;

/** When an account's lists were last looked at, and what may still be asked. */
export type AccountPace = {
  budget?: PollBudget;
  listedAt?: number;
  /** The posts that were listed then; undefined where the list could not be had. */
  listed?: ReadonlySet<string> | undefined;
  heardAt?: number;
  /** The network refused the list of conversations: until then it is left alone. */
  deafUntil?: number | undefined;
  mentionedAt?: number;
  blockedAt?: number;
  conversations: ListPace;
  mentions: ListPace;
};

/** As a start finds it. */
export const freshPace = (): AccountPace => ({
  conversations: { wholeAt: 0 },
  mentions: { wholeAt: 0 },
});

function isDue(lastAt: number | undefined, everyMs: number, now: number): boolean {
  return lastAt === undefined || Math.abs(now - lastAt) >= everyMs;
}

const sweep = (parts: InboxParts, account: AccountFact, object: WatchedObject, wish: SweepWish) =>
  object.kind === 'post'
    ? sweepObject(parts, account, object, wish)
    : sweepConversation(parts, account, object, wish);

/** A conversation is as old as its newest words. */
const asOfNow = (object: WatchedObject): WatchedObject => ({
  ...object,
  publishedAt: object.heardAt ?? object.publishedAt,
});

function addTo(sum: SyncResult, { stored, updated, incomplete }: Partial<Swept>): void {
  sum.stored += stored ?? 0;
  sum.updated += updated ?? 0;
  sum.incomplete ||= incomplete ?? false;
}

/** Reads everything of an account, because somebody asked for it. */
export async function syncAccount(
  parts: InboxParts,
  account: AccountFact,
  pace: AccountPace,
): Promise<SyncResult> {
  const { watch, tools, uses } = parts;
  const now = tools.clock.now();
  const sum: SyncResult = { stored: 0, updated: 0, incomplete: false };
  watchKnown(parts, account, now);
  await list(parts, account, pace, now);
  const mayAskMessages = () => uses.pausedUntil(account.id, 'messages') === undefined;
  if (account.canMessage !== false && mayAskMessages()) await hear(parts, account, pace, maxPages);
  addTo(sum, await syncMentions(parts, account, pace.mentions, maxPages));
  const heard = watch
    .newestHeard(account.id, heardWhenAsked)
    .filter(({ nextAt }) => nextAt <= now)
    .map(asOfNow);
  for (const object of [...watch.newest(account.id, sweptWhenAsked), ...heard]) {
    if (!uses.isOnline()) break;
    if (object.kind !== 'post' && !mayAskMessages()) continue;
    const whole = object.pages <= pagesWhenAsked;
    const wish = { mostPages: maxPages, whole, mayBeGone: mayBeGone(pace, object) };
    addTo(sum, await sweep(parts, account, object, wish));
  }
  await askAgain(parts, account);
  await lookAtBlocked(parts, account, pace, now);
  return sum;
}

/** Whom the account has blocked. The people are known by what they wrote: that is read before. */
async function lookAtBlocked(
  parts: InboxParts,
  account: AccountFact,
  pace: AccountPace,
  now: number,
): Promise<number> {
  const calls = await readBlocked(parts, account);
  pace.blockedAt = calls === undefined ? now - dayMs + refusedForMs : now;
  return calls ?? 1;
}

/** Those that were missed an hour ago. */
async function askAgain(parts: InboxParts, account: AccountFact): Promise<number> {
  const untilAt = parts.tools.clock.now() - deletedAfterMs;
  const rows = parts.comments.missing(account.id, untilAt, missingAtOnce);
  if (rows.length === 0) return 0;
  return askForMissing(parts, account, await parts.uses.clientFor(account.id), rows);
}

async function list(
  parts: InboxParts,
  account: AccountFact,
  pace: AccountPace,
  now: number,
): Promise<void> {
  pace.listed = await watchListed(parts, account, now);
  pace.listedAt = now;
}

/** Posts are there for whoever asks, and this one is not among them. */
const mayBeGone = ({ listed }: AccountPace, { kind, objectId }: WatchedObject): boolean =>
  kind === 'post' && listed !== undefined && !listed.has(objectId);

async function hear(
  parts: InboxParts,
  account: AccountFact,
  pace: AccountPace,
  mostPages: number,
): Promise<number> {
  const now = parts.tools.clock.now();
  const { calls, isRefused } = await listConversations(
    parts,
    account,
    pace.conversations,
    mostPages,
  );
  pace.heardAt = now;
  pace.deafUntil = isRefused ? now + refusedForMs : undefined;
  return calls;
}

/** A clock that was set back does not lengthen it. */
const isDeaf = ({ deafUntil = 0 }: AccountPace, now: number): boolean =>
  now < deafUntil && deafUntil <= now + refusedForMs;

/** The lists that are due; how many calls that took. */
async function lookAtLists(
  parts: InboxParts,
  account: AccountFact,
  pace: AccountPace,
  now: number,
): Promise<number> {
  let calls = 0;
  watchKnown(parts, account, now);
  if (isDue(pace.listedAt, listEveryMs, now)) {
    await list(parts, account, pace, now);
    calls += 1;
  }
  const lastHeard = parts.watch.heardAt(account.id) ?? 0;
  const hearEveryMs = now - lastHeard < dayMs ? heardEveryMs : unheardEveryMs;
  const isHearDue = isDue(pace.heardAt, hearEveryMs, now) && !isDeaf(pace, now);
  if (account.canMessage !== false && isHearDue && parts.uses.mayHear(account.id))
    calls += await hear(parts, account, pace, maxPages);
  if (isDue(pace.mentionedAt, mentionsEveryMs, now)) {
    pace.mentionedAt = now;
    calls += (await syncMentions(parts, account, pace.mentions, maxPages)).calls;
  }
  return calls;
}

/** Reads what is due, within what may be asked now. */
export async function tickAccount(
  parts: InboxParts,
  account: AccountFact,
  pace: AccountPace,
  now: number,
): Promise<void> {
  const { uses, watch } = parts;
  const usedPercent = uses.usedPercent(account.id);
  const budget = refill(pace.budget, now, usedPercent);
  pace.budget = budget;
  const most = allowance(budget, usedPercent);
  if (most === 0) return;
  let calls = await lookAtLists(parts, account, pace, now);
  calls += await askAgain(parts, account);
  const due = watch.due(account.id, now, dueAtOnce).map(asOfNow);
  const queue = inReadingOrder(due, now);
  for (let object = queue.shift(); object && calls < most; object = queue.shift()) {
    if (!uses.isOnline() || !uses.mayRead(account.id)) break;
    if (object.kind !== 'post' && !uses.mayHear(account.id)) continue;
    const mostPages = Math.min(pagesAtOnce, most - calls);
    const wish = { mostPages, mayBeGone: mayBeGone(pace, object) };
    const swept = await sweep(parts, account, object, wish);
    calls += swept.calls;
    const rest = swept.isCut && watch.find(account.id, object.objectId);
    // Others first; a long list goes on while something is left to be asked.
    if (rest) queue.push(asOfNow(rest));
  }
  if (queue.length === 0 && calls < most && isDue(pace.blockedAt, dayMs, now))
    calls += await lookAtBlocked(parts, account, pace, now);
  budget.calls -= calls;
}
