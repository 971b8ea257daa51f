const seconds = (...values: number[]): number[] => values.map((value) => value * 1000);

/** Failures in a row of an invisible step before its target waits with a reason. */
export const maxStepTries = 6;
const stepDelaysMs = seconds(1, 4, 15, 60);

/** Pause before an invisible step is tried again: 1, 4, 15, then 60 seconds, ± a fifth. */
export function stepDelayMs(tries: number, random: () => number): number {
  const base = stepDelaysMs[Math.min(tries, stepDelaysMs.length) - 1] ?? 1000;
  return Math.round(base * (0.8 + 0.4 * random()));
}

/** How long the network may work on something before a person hears of it. */
export const processingPatienceMs = 15 * 60_000;

/** Next look at something being processed: often at first, then every half minute. */
export function pollDelayMs(elapsedMs: number): number {
  if (elapsedMs < 15_000) return 5_000;
  if (elapsedMs < 60_000) return 10_000;
  return elapsedMs < 120_000 ? 20_000 : 30_000;
}

/** After an unclear answer: when the network is read, counted from the answer. */
export const looksAtMs = {
  'by-id': seconds(5, 30, 120),
  searched: seconds(5, 30, 120, 600),
} as const;
export type Patience = keyof typeof looksAtMs;

/** Nothing stays unsettled longer than this without a person being asked. */
export const unsettledPatienceMs = 15 * 60_000;
/** The same call under the same remote id is made at most three times in a row, twice more, and again
 *  after a pause. */
export const maxRepeats = 2;
export const repeatPauseMs = 10 * 60_000;
/** While a person is asked the studio still looks now and then: an answer that comes by itself is one
 *  question less. Soon where the network could not be read, as it may be back any minute. */
export function askedLookDelayMs(elapsedMs: number, last: 'read' | 'unread'): number {
  if (last === 'unread' && elapsedMs < 3_600_000) return 60_000;
  return elapsedMs < 24 * 3_600_000 ? 600_000 : 3_600_000;
}

/** How long before its time a ready target is looked at once more: its pictures, the day's limit. */
export const poiseLeadMs = 45_000;

/** Hidden posts are made in the last two minutes: an older one may carry its old time. */
export const hiddenPostLeadMs = 2 * 60_000;
/** A hidden post older than this is replaced before it is shown. */
export const hiddenPostLifeMs = 15 * 60_000;
/** Unpublished photos and containers live for about a day. */
export const photoLifeMs = 20 * 3_600_000;
export const containerLifeMs = 22 * 3_600_000;
/** After its time the network's scheduler may take some minutes; then it is called missing. */
export const handedWatchMs = 5 * 60_000;
export const handedPatienceMs = 15 * 60_000;
export const publicImageLifeMs = 3_600_000;
