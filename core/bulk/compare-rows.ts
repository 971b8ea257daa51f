import type { LikePost, PlannedPost } from './bulk-uses.ts';
import type { RowIssue, RowReading } from './row-reading.ts';

export type Compared = {
  printOf: (row: RowReading) => string;
  /** Posts of the plan with the same words and pictures. */
  alike: (print: string) => readonly LikePost[];
  planned: readonly PlannedPost[];
  /** How many posts an account's network takes in 24 hours; nothing where it sets no limit. Which single
   *  days are full already, each row's own checks say. */
  dayLimitOf: (accountId: string) => number | undefined;
};

const dayMs = 86_400_000;

/** What stands against rows only because of other rows or of what is planned already: the same post twice,
 *  two at one time on one account. Answers them by row. */
export function compareRows(
  rows: readonly RowReading[],
  { printOf, alike, planned, dayLimitOf }: Compared,
): Map<number, RowIssue[]> {
  const issues = new Map<number, RowIssue[]>();
  const add = (row: number, issue: RowIssue): void => {
    issues.set(row, [...(issues.get(row) ?? []), issue]);
  };
  const firstWith = new Map<string, number>();
  const takenBy = new Map<string, number>();
  const planTimes = new Set(
    planned.flatMap((post) => post.accountIds.map((id) => minuteKey(id, post.at))),
  );
  for (const reading of rows) {
    if (isEmpty(reading)) continue;
    const print = printOf(reading);
    const first = firstWith.get(print);
    if (first !== undefined) add(reading.row, twin(first));
    else firstWith.set(print, reading.row);
    const [like] = first === undefined ? alike(print) : [];
    if (like) add(reading.row, likePlanned(like));
    const clash = timeClash(reading, takenBy, planTimes);
    if (clash) add(reading.row, clash);
  }
  for (const [row, most] of overDayLimit(rows, planned, dayLimitOf))
    add(row, { level: 'error', field: 'time', code: 'day-limit', params: { most } });
  return issues;
}

/** Rows that are too many in the 24 hours up to them, with those planned before, and their limit. */
function overDayLimit(
  rows: readonly RowReading[],
  planned: readonly PlannedPost[],
  dayLimitOf: Compared['dayLimitOf'],
): Map<number, number> {
  const over = new Map<number, number>();
  for (const accountId of new Set(rows.flatMap(({ content }) => content.accountIds))) {
    const most = dayLimitOf(accountId);
    if (most === undefined) continue;
    const isOf = (ids: readonly string[]) => ids.includes(accountId);
    const times: { at: number; row?: number }[] = [
      ...planned.filter((post) => isOf(post.accountIds)).map(({ at }) => ({ at })),
      ...rows.flatMap(({ row, time, content }) =>
        time && isOf(content.accountIds) ? [{ at: time.at, row }] : [],
      ),
    ].sort((one, other) => one.at - other.at);
    // Those that are too many stay out, so that they push none of the later ones out.
    const kept: number[] = [];
    for (const { at, row } of times) {
      const oldest = most > 0 ? kept.at(-most) : at;
      const isFull = oldest !== undefined && oldest > at - dayMs;
      if (isFull && row !== undefined) over.set(row, most);
      else kept.push(at);
    }
  }
  return over;
}

function isEmpty({ content }: RowReading): boolean {
  return content.media.length === 0 && content.caption.trim() === '';
}

function twin(first: number): RowIssue {
  return { level: 'warning', field: 'caption', code: 'twin-row', params: { row: first } };
}

function likePlanned({ at }: LikePost): RowIssue {
  const code = at === undefined ? 'twin-draft' : 'twin-post';
  return { level: 'warning', field: 'caption', code, params: at === undefined ? {} : { at } };
}

/** Two posts at one minute on one account: both would go out, but one hides the other. */
function timeClash(
  { row, content, time }: RowReading,
  takenBy: Map<string, number>,
  planTimes: ReadonlySet<string>,
): RowIssue | undefined {
  if (!time) return undefined;
  const keys = content.accountIds.map((id) => minuteKey(id, time.at));
  const other = keys.map((key) => takenBy.get(key)).find((one) => one !== undefined);
  for (const key of keys) if (!takenBy.has(key)) takenBy.set(key, row);
  if (other !== undefined)
    return { level: 'warning', field: 'time', code: 'time-twice', params: { row: other } };
  return keys.some((key) => planTimes.has(key))
    ? { level: 'warning', field: 'time', code: 'time-taken' }
    : undefined;
}

function minuteKey(accountId: string, at: number): string {
  return `${accountId} ${Math.floor(at / 60_000)}`;
}
