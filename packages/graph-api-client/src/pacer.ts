import type { CallGroup, PaceNotice, PacePlan, Pacer, PacerOptions, Usage } from './pace-types.ts';

type Scope = CallGroup | 'all';
type Bucket = { scope: Scope; percent: number; notedAt: number; stoppedUntil: number };

const slowFromPercent = 75;
const leastGapMs = 250;
const mostGapMs = 4_000;
/** Shares fall by themselves: an old figure counts half. */
const staleAfterMs = 15 * 60_000;
const sharedKinds = new Set(['app', 'page', 'pages', 'instagram']);
const catalogueEdges = new Set(['items_batch', 'check_batch_request_status', 'products']);

/** Near a limit reads get further apart; at the limit everything stops for as long as the network says.
 *  One pacer may serve several clients that use up the same limits. */
export function createPacer(options: PacerOptions = {}): Pacer {
  const { now = Date.now, elapsedMs = () => performance.now(), onPace } = options;
  const buckets = new Map<string, Bucket>();
  const said = new Map<Scope, PaceNotice>();
  let nextReadAt = 0;

  const shareOf = (bucket: Bucket): number =>
    now() - bucket.notedAt > staleAfterMs ? bucket.percent / 2 : bucket.percent;
  const standing = (scopes: readonly Scope[]): { percent: number; stoppedUntil: number } => {
    const concerned = [...buckets.values()].filter((bucket) => scopes.includes(bucket.scope));
    return {
      percent: Math.max(0, ...concerned.map(shareOf)),
      stoppedUntil: Math.max(0, ...concerned.map((bucket) => bucket.stoppedUntil)),
    };
  };
  function tell(scope: Scope): void {
    const notice = noticeOf(scope, standing([scope]), now());
    const before = said.get(scope) ?? { state: 'free', scope };
    said.set(scope, notice);
    const isLonger =
      notice.state === 'stopped' && before.state === 'stopped' && notice.untilAt > before.untilAt;
    if (notice.state !== before.state || isLonger) onPace?.(notice);
  }

  return {
    plan({ group, isRead }): PacePlan {
      for (const scope of ['all', group] as const) tell(scope);
      const { percent, stoppedUntil } = standing(['all', group]);
      if (stoppedUntil > now()) return { kind: 'stopped', untilAt: stoppedUntil };
      const gapMs = gapFor(percent);
      if (!isRead || gapMs === 0) return { kind: 'go', waitMs: 0 };
      const startAt = Math.max(elapsedMs(), nextReadAt);
      nextReadAt = startAt + gapMs;
      return { kind: 'go', waitMs: startAt - elapsedMs() };
    },
    note({ group, usage, stayAwayMs = 0 }) {
      const changed = usage.map((one) => keepUsage(buckets, one, group, now()));
      if (stayAwayMs > 0) {
        changed.push(group === 'other' ? 'all' : group);
        stopScope(buckets, changed.at(-1) ?? 'all', now() + stayAwayMs);
      }
      for (const scope of new Set(changed)) tell(scope);
    },
  };
}

/** Which limit a call uses up, as far as its edge tells. */
export function groupOf(edge: string | undefined): CallGroup {
  if (edge === 'messages' || edge === 'conversations') return 'messages';
  return edge !== undefined && catalogueEdges.has(edge) ? 'catalogue' : 'other';
}

/** Milliseconds between two reads at this share of a limit. */
export function gapFor(percent: number): number {
  if (percent < slowFromPercent) return 0;
  const share = Math.min(1, (percent - slowFromPercent) / (100 - slowFromPercent));
  return Math.round(leastGapMs + share * (mostGapMs - leastGapMs));
}

/** What a figure stops: where it does not say whose it is, what the call that brought it belongs to. */
function scopeOf(kind: string, group: CallGroup): Scope {
  if (kind === 'messenger') return 'messages';
  return sharedKinds.has(kind) || group === 'other' ? 'all' : group;
}

function keepUsage(
  buckets: Map<string, Bucket>,
  usage: Usage,
  group: CallGroup,
  nowMs: number,
): Scope {
  const scope = scopeOf(usage.kind, group);
  const isStopped = usage.percent >= 100 && usage.regainAfterMs > 0;
  buckets.set(`${usage.kind} ${usage.objectId ?? ''}`, {
    scope,
    percent: usage.percent,
    notedAt: nowMs,
    stoppedUntil: isStopped ? nowMs + usage.regainAfterMs : 0,
  });
  return scope;
}

function stopScope(buckets: Map<string, Bucket>, scope: Scope, untilAt: number): void {
  const key = `refused ${scope}`;
  const stoppedUntil = Math.max(untilAt, buckets.get(key)?.stoppedUntil ?? 0);
  buckets.set(key, { scope, percent: 0, notedAt: 0, stoppedUntil });
}

function noticeOf(
  scope: Scope,
  { percent, stoppedUntil }: { percent: number; stoppedUntil: number },
  nowMs: number,
): PaceNotice {
  if (stoppedUntil > nowMs) return { state: 'stopped', scope, untilAt: stoppedUntil };
  const gapMs = gapFor(percent);
  return gapMs > 0 ? { state: 'slowed', scope, percent, gapMs } : { state: 'free', scope };
}
