import { Temporal } from 'temporal-polyfill';

/** What one own post came to: how many reactions and comments. */
export type PostResult = { publishedAt: number; score: number };

/** An hour of the week: weekday 1 (Monday) to 7, hour 0 to 23. */
export type GoodHour = {
  weekday: number;
  hour: number;
  /** How many times more than the average of the account. */
  timesBetter: number;
  /** Posts at that hour, or next to it. */
  posts: number;
};

/** Below this, an account's own results say nothing. */
export const resultsNeeded = 12;
/** As if so many average posts had been made at each hour: few posts move it little. */
const shrinkage = 4;
const leastPosts = 2;
const leastTimesBetter = 1.1;

/** The hours of the week at which the account's posts did better than its others, best first. Each
 *  account's results are compared with its own average; posts an hour off count half. */
export function goodHours(accounts: readonly (readonly PostResult[])[], zone: string): GoodHour[] {
  const rated = accounts.flatMap(rateResults);
  if (rated.length < resultsNeeded) return [];
  const cells = new Map<number, { sum: number; weight: number; posts: number }>();
  const add = (weekHour: number, ratio: number, weight: number) => {
    const key = (weekHour + 168) % 168;
    const cell = cells.get(key) ?? { sum: 0, weight: 0, posts: 0 };
    cells.set(key, {
      sum: cell.sum + ratio * weight,
      weight: cell.weight + weight,
      posts: cell.posts + (weight === 1 ? 1 : 0),
    });
  };
  for (const { publishedAt, ratio } of rated) {
    const hour = weekHourOf(publishedAt, zone);
    add(hour, ratio, 1);
    for (const beside of [hour - 1, hour + 1]) add(beside, ratio, 0.5);
  }
  const good = [...cells]
    .filter(([, { posts }]) => posts >= leastPosts)
    .map(([key, { sum, weight, posts }]) => ({
      weekday: Math.floor(key / 24) + 1,
      hour: key % 24,
      timesBetter: (sum + shrinkage) / (weight + shrinkage),
      posts,
    }))
    .filter((cell) => cell.timesBetter >= leastTimesBetter)
    .sort((one, other) => other.timesBetter - one.timesBetter);
  return good.filter((one, index) => !good.slice(0, index).some((better) => isBeside(one, better)));
}

/** The hour next to a better one says nothing of its own. */
function isBeside(one: GoodHour, other: GoodHour): boolean {
  const apart = Math.abs((one.weekday - other.weekday) * 24 + one.hour - other.hour);
  return Math.min(apart, 168 - apart) === 1;
}

/** How many times its account's average each post came to. One huge success counts five times at most. */
function rateResults(results: readonly PostResult[]): { publishedAt: number; ratio: number }[] {
  const mean = results.reduce((sum, one) => sum + one.score, 0) / Math.max(1, results.length);
  if (mean <= 0) return [];
  return results.map(({ publishedAt, score }) => ({
    publishedAt,
    ratio: Math.min(5, score / mean),
  }));
}

/** Hours since Monday 00:00 on the clocks of `zone`. */
function weekHourOf(at: number, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return (local.dayOfWeek - 1) * 24 + local.hour;
}
