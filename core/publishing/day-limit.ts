import type { GraphClient } from 'graph-api-client';
import type { AccountFact, FullDay, PostFact } from '../../shared/facts.ts';
import type { EngineParts } from './engine-parts.ts';
import type { FrozenContent } from './frozen-content.ts';
import {
  crowdAt,
  dayMs,
  facebookReelLimit,
  usualInstagramLimit,
  type Crowd,
  type ReadLimit,
} from './full-day.ts';
import type { DayRow } from './limit-store.ts';
import type { TargetRow } from './store.ts';
import type { Why } from './target-progress.ts';

/** How far ahead another time is looked for. */
const horizonMs = 31 * dayMs;
/** After this the network is asked again how much is used: other programs publish too. */
const freshMs = 30 * 60_000;

/** Accounts of a post whose day is full at `at`, counting what is planned and published. Said when a
 *  post is scheduled, so that it need not fail when it is due. */
export function fullDays(parts: EngineParts, post: PostFact, at: number): FullDay[] {
  const out = new Set(
    parts.targets
      .ofPost(post.id)
      .filter((row) => row.role === 'post' && row.progress.state === 'published')
      .map((row) => row.accountId),
  );
  return post.accountIds.flatMap((accountId) => {
    const account = out.has(accountId) ? undefined : parts.uses.readAccount(accountId);
    return (account && fullDay(parts, post, account, at)) ?? [];
  });
}

/** How many posts an account's network takes in 24 hours, by its last word; nothing where it sets no
 *  such limit. */
export function dayLimitOf(parts: EngineParts, accountId: string): number | undefined {
  if (parts.uses.readAccount(accountId)?.network !== 'instagram') return undefined;
  return parts.limits.read(accountId)?.total ?? usualInstagramLimit;
}

function fullDay(
  parts: EngineParts,
  post: PostFact,
  account: AccountFact,
  at: number,
): FullDay | undefined {
  const { id: accountId, network } = account;
  const isReel = network === 'facebook' && post.kind === 'reel';
  if (network === 'facebook' && !isReel) return undefined;
  const counts = isReel ? 'reels' : 'posts';
  const isCounted = (row: DayRow): boolean =>
    !isReel || (row.recipe ?? kindOf(parts, row)) === 'facebook-reel';
  const takenUntil = (toAt: number): number[] =>
    parts.limits
      .day(accountId, at - 2 * dayMs, toAt, post.id)
      .filter(isCounted)
      .map((row) => row.at);
  const known = isReel ? undefined : parts.limits.read(accountId);
  const total = isReel ? facebookReelLimit : (dayLimitOf(parts, accountId) ?? usualInstagramLimit);
  const near = takenUntil(at + dayMs);
  const foreign = known ? foreignCount(parts, post, accountId, known) : 0;
  // What others published counts as long as it stands in the window that was read.
  const foreignUntil = known && foreign > 0 ? known.readAt + known.windowMs : 0;
  const limit = at < foreignUntil ? total - foreign : total;
  const windowMs = known?.windowMs ?? dayMs;
  if (!crowdAt(near, at, { limit, windowMs })) return undefined;
  const taken = takenUntil(at + horizonMs);
  const crowd = crowdAt(taken, at, { limit, windowMs }) ?? { used: limit };
  const found = crowd.freeAt ?? freeAfter(taken, foreignUntil, { limit: total, windowMs });
  const freeAt = found && wholeMinute(taken, found, { limit, windowMs });
  const used = crowd.used + (total - limit);
  return { accountId, network, counts, used, limit: total, ...(freeAt && { freeAt }) };
}

/** The first time at which nothing of others counts any more. */
function freeAfter(
  taken: number[],
  foreignUntil: number,
  window: { limit: number; windowMs: number },
): number | undefined {
  if (foreignUntil === 0) return undefined;
  const crowd: Crowd | undefined = crowdAt(taken, foreignUntil, window);
  return crowd ? crowd.freeAt : foreignUntil;
}

/** People plan by minutes. */
function wholeMinute(taken: number[], at: number, window: { limit: number; windowMs: number }) {
  const minute = Math.ceil(at / 60_000) * 60_000;
  return crowdAt(taken, minute, window) ? at : minute;
}

/** Not frozen yet: the post itself says what it will be. */
function kindOf(parts: EngineParts, { postId }: DayRow): string | undefined {
  return parts.uses.readPost(postId)?.kind === 'reel' ? 'facebook-reel' : undefined;
}

/** How many of those the network counted are not of this studio. */
function foreignCount(
  parts: EngineParts,
  post: PostFact,
  accountId: string,
  { used, readAt, windowMs }: ReadLimit,
): number {
  const ours = parts.limits
    .day(accountId, readAt - windowMs - dayMs, readAt, post.id)
    .filter((row) => row.at > readAt - windowMs && row.at < readAt);
  return Math.max(0, used - ours.length);
}

/** Why a ready target has to wait for its account's day; undefined when there is room. The network is
 *  asked when its last word is old, or when the calls made since may have used up what it left. */
export async function limitHold(
  parts: EngineParts,
  row: TargetRow & { content: FrozenContent },
  account: AccountFact,
  client: GraphClient,
): Promise<Why | undefined> {
  if (row.role !== 'post') return undefined;
  if (row.content.recipe === 'facebook-reel') return reelHold(parts, row);
  if (row.network !== 'instagram') return undefined;
  const now = parts.now();
  const known = parts.limits.read(account.id);
  const isFresh = known !== undefined && Math.abs(now - known.readAt) < freshMs;
  if (isFresh && roomLeft(parts, account.id, known) > 0) return undefined;
  const read = await client.publishingLimit(account.remoteId);
  if (!read.ok) return undefined;
  const limit = { ...read.value, readAt: parts.now() };
  parts.limits.save(account.id, limit);
  if (limit.used < limit.total) return undefined;
  return dailyLimit(parts, row, limit);
}

function roomLeft(parts: EngineParts, accountId: string, known: ReadLimit): number {
  return known.total - known.used - parts.limits.callsSince(accountId, known.readAt);
}

function reelHold(parts: EngineParts, row: TargetRow): Why | undefined {
  const now = parts.now();
  const used = publishedBefore(parts, row, dayMs).filter(
    (one) => one.recipe === 'facebook-reel',
  ).length;
  if (used < facebookReelLimit) return undefined;
  return dailyLimit(parts, row, { used, total: facebookReelLimit, windowMs: dayMs, readAt: now });
}

/** What the account published within the window that ends now. */
function publishedBefore(parts: EngineParts, row: TargetRow, windowMs: number): DayRow[] {
  const now = parts.now();
  return parts.limits
    .day(row.accountId, now - windowMs - dayMs, now + 1, row.postId)
    .filter((one) => one.at > now - windowMs && one.at <= now && one.recipe !== null);
}

/** It is tried again when the oldest of the window leaves it, and every hour, as not all is known. */
function dailyLimit(parts: EngineParts, row: TargetRow, { used, total, windowMs }: ReadLimit): Why {
  const now = parts.now();
  const [oldest] = publishedBefore(parts, row, windowMs);
  const untilAt = Math.min(now + 3_600_000, (oldest?.at ?? Infinity) + windowMs + 1);
  return { code: 'daily-limit', params: { used, total }, untilAt };
}
