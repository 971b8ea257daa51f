import { isOpenAt, lastPause } from '../../shared/rules/opening-times.ts';
import type { ShopTimes } from '../../shared/facts.ts';
import type { CommentFacts } from './judge-rule.ts';
import type { KeptSettings } from './settings.ts';

export type Absence = {
  source: 'away' | 'closed';
  /** The same for everybody who writes during it. */
  name: string;
  answer: NonNullable<KeptSettings['away']> | NonNullable<KeptSettings['closed']>;
};

/** Whether nobody was there when something was written, and nobody is there now. A period that was said goes
 *  before closed hours; what was written before it was switched on is left alone. */
export function absenceAt(
  { away, awayAt, closed, closedAt }: KeptSettings,
  { zone, times }: ShopTimes,
  writtenAt: number,
  now: number,
): Absence | undefined {
  if (away && writtenAt >= awayAt) {
    const [from, to] = [Date.parse(away.from), Date.parse(away.to)];
    if (writtenAt >= from && now < to)
      return { source: 'away', name: `away:${from}`, answer: away };
  }
  if (!closed?.on || writtenAt < closedAt || times.length === 0) return undefined;
  if (isOpenAt(times, zone, writtenAt) || isOpenAt(times, zone, now)) return undefined;
  // From the first minute on: a break at noon is an absence too.
  const since = lastPause(times, zone, writtenAt + 1, 1)?.from;
  return { source: 'closed', name: `closed:${since ?? 0}`, answer: closed };
}

const leftAlone = new Set(['praise', 'spam', 'other']);

/** Who asks for nothing needs no word that nobody is there; a message always wants one. */
export function wantsWord({ intent, kind }: CommentFacts): boolean {
  return kind === 'message' ? intent !== 'spam' : !leftAlone.has(intent);
}
