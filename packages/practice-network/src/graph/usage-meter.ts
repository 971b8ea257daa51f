/** Counts calls in the running hour, for the usage headers. */
export interface UsageMeter {
  /** Counts a call of this owner; answers how many of the last hour it is. */
  count(ownerId: string, nowMs: number): number;
  /** How many calls a `usage_ramp` fault has seen. */
  ramp(): number;
}

const hourMs = 3_600_000;

export function openUsageMeter(): UsageMeter {
  const windows = new Map<string, { startMs: number; calls: number }>();
  let ramped = 0;
  return {
    count: (ownerId, nowMs) => {
      const known = windows.get(ownerId);
      const window =
        known === undefined || Math.abs(nowMs - known.startMs) > hourMs
          ? { startMs: nowMs, calls: 0 }
          : known;
      window.calls += 1;
      windows.set(ownerId, window);
      return window.calls;
    },
    ramp: () => {
      ramped += 1;
      return ramped;
    },
  };
}

export interface UsageSubject {
  ownerKind: string;
  ownerId: string;
  /** Account in the path, when it is a Page or an Instagram account. */
  accountId?: string;
  accountType: 'pages' | 'instagram';
}

/** The headers of usage: percentages of the budget, absent for the first calls. */
export function usageHeaders(
  calls: number,
  budget: number,
  subject: UsageSubject,
  forced: { percent?: number; regainMinutes?: number } = {},
): Record<string, string> {
  if (calls <= 10 && forced.percent === undefined) return {};
  const percent = forced.percent ?? Math.min(100, Math.floor((calls * 100) / Math.max(1, budget)));
  const numbers = {
    call_count: percent,
    total_time: Math.floor(percent * 0.8),
    total_cputime: Math.floor(percent * 0.6),
  };
  const account = {
    type: subject.accountType,
    ...numbers,
    estimated_time_to_regain_access: forced.regainMinutes ?? (percent >= 100 ? 5 : 0),
  };
  return {
    'x-app-usage': JSON.stringify(numbers),
    ...(subject.ownerKind === 'page' ? { 'x-page-usage': JSON.stringify(numbers) } : {}),
    'x-business-use-case-usage': JSON.stringify({
      [subject.accountId ?? subject.ownerId]: [account],
    }),
  };
}
