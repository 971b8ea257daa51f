import type { CalendarCounts } from '../../../shared/contract/posts.ts';
import { dayGrid } from '../../../shared/rules/calendar-grid.ts';

/** A piece of the list that is asked for at once: whole days, from `fromAt` to before `toAt`. */
export type ListWindow = { fromAt: number; toAt: number };

/** A day's name, or the place of one post: the `nth` of its window. */
export type ListLine =
  | { kind: 'day'; key: string; date: string; count: number }
  | { kind: 'post'; key: string; window: number; nth: number };

/** Posts of a window, unless a single day has more. */
const windowPosts = 60;

/** The lines of a list, drawn from how many posts each day has, and the windows in which their posts
 *  are asked for when they come on screen. */
export function listWindows(
  days: CalendarCounts['days'],
  zone: string,
): { lines: ListLine[]; windows: ListWindow[] } {
  const lines: ListLine[] = [];
  const windows: ListWindow[] = [];
  let held = Infinity;
  for (const { date, count } of days) {
    const { startAt, endAt } = dayGrid(date, zone);
    if (held + count > windowPosts) {
      windows.push({ fromAt: startAt, toAt: endAt });
      held = 0;
    }
    const window = windows.length - 1;
    const open = windows[window];
    if (open) open.toAt = endAt;
    lines.push({ kind: 'day', key: date, date, count });
    for (let nth = held; nth < held + count; nth++)
      lines.push({ kind: 'post', key: `${window}-${nth}`, window, nth });
    held += count;
  }
  return { lines, windows };
}

/** The windows of the lines from `first` to `last`, in order. */
export function windowsOf(lines: readonly ListLine[], first: number, last: number): number[] {
  const seen = new Set<number>();
  for (const line of lines.slice(first, last + 1)) if (line.kind === 'post') seen.add(line.window);
  return [...seen];
}
