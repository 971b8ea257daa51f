import type { GraphFailure, Usage } from 'graph-api-client';

/** Who asks: what a person is looking at goes on a little longer than what runs by itself. */
export type ReadPurpose = 'background' | 'open-view';

/** Keeps within the network's limits. Going on while throttled prolongs the block. */
export type UsageGovernor = {
  noteUsage(owner: string, usage: readonly Usage[]): void;
  /** Only refusals for too many calls count. */
  noteFailure(owner: string, failure: GraphFailure): void;
  /** `owners`: every id whose limit the reading would use. */
  mayRead(owners: readonly string[], purpose?: ReadPurpose): boolean;
  /** The share of the fullest of these limits. */
  usedPercent(owners: readonly string[]): number;
  pausedUntil(owners: readonly string[]): number | undefined;
  forget(owner: string): void;
};

type Bucket = { percent: number; at: number; pausedUntil: number; refusals: number };

const appBucket = 'app';
/** Messages have a limit of their own: what stops them stops nothing else. */
export const messagesOf = (owner: string): string => `${owner} messages`;
const readLimitPercent: Record<ReadPurpose, number> = { background: 75, 'open-view': 90 };
const staleAfterMs = 15 * 60_000;
const leastPauseMs = 5 * 60_000;
/** Without a word from the network: 15, 30, then 60 minutes; from the start after an hour of peace. */
const growingPausesMs = [15 * 60_000, 30 * 60_000, 60 * 60_000] as const;
const forgottenAfterMs = 60 * 60_000;

function keyOf({ kind, objectId }: Usage, owner: string): string {
  if (kind === 'app') return appBucket;
  return kind === 'messenger' ? messagesOf(objectId ?? owner) : (objectId ?? owner);
}

export function createUsageGovernor(now: () => number): UsageGovernor {
  const buckets = new Map<string, Bucket>();

  const bucketOf = (key: string): Bucket => {
    const found = buckets.get(key) ?? { percent: 0, at: 0, pausedUntil: 0, refusals: 0 };
    buckets.set(key, found);
    return found;
  };
  const withApp = (owners: readonly string[]): Bucket[] =>
    [appBucket, ...owners].flatMap((key) => buckets.get(key) ?? []);
  /** Shares fall by themselves: an old figure counts half, as does one from before a pause. */
  const shareOf = (bucket: Bucket): number => {
    const isPauseOver = bucket.pausedUntil > bucket.at && bucket.pausedUntil <= now();
    return isPauseOver || now() - bucket.at > staleAfterMs ? bucket.percent / 2 : bucket.percent;
  };

  return {
    noteUsage(owner, usage) {
      for (const one of usage) {
        const bucket = bucketOf(keyOf(one, owner));
        bucket.percent = one.percent;
        bucket.at = now();
        if (one.percent >= 100) {
          bucket.pausedUntil = now() + Math.max(one.regainAfterMs, leastPauseMs);
        } else {
          bucket.refusals = 0;
        }
      }
    },
    noteFailure(owner, failure) {
      // The daily publishing limit is the publisher's own matter: reading goes on.
      const isRefusal = failure.httpStatus !== undefined && !failure.offline;
      if (!isRefusal || failure.reaction !== 'wait' || failure.meaning === 'publishing-limit')
        return;
      const bucket = bucketOf(failure.meaning === 'app-limit' ? appBucket : owner);
      if (now() - bucket.pausedUntil > forgottenAfterMs) bucket.refusals = 0;
      const growing =
        growingPausesMs[Math.min(bucket.refusals, growingPausesMs.length - 1)] ?? leastPauseMs;
      const told = failure.retryAfterMs;
      bucket.refusals += 1;
      bucket.pausedUntil = Math.max(
        bucket.pausedUntil,
        now() + (told === undefined ? growing : Math.max(told, leastPauseMs)),
      );
    },
    mayRead(owners, purpose = 'background') {
      return withApp(owners).every(
        (bucket) => bucket.pausedUntil <= now() && shareOf(bucket) < readLimitPercent[purpose],
      );
    },
    usedPercent: (owners) => Math.max(0, ...withApp(owners).map(shareOf)),
    pausedUntil(owners) {
      const until = Math.max(0, ...withApp(owners).map((bucket) => bucket.pausedUntil));
      return until > now() ? until : undefined;
    },
    forget: (owner) => void buckets.delete(owner),
  };
}
