import {
  addDays,
  addMonths,
  dayGrid,
  monthGrid,
  weekGrid,
} from '../../../shared/rules/calendar-grid.ts';

/** `grid` is the profile, which has no dates of its own. */
export type PlanView = 'month' | 'week' | 'day' | 'list' | 'grid';

/** From (inclusive) to (exclusive), UTC ms, of what a view shows around `date`. */
export function viewRange(
  view: PlanView,
  date: string,
  zone: string,
): { from: number; to: number } {
  if (view === 'list' || view === 'grid') {
    const from = monthGrid(date, zone)[0]?.[0]?.startAt ?? 0;
    const to = monthGrid(addMonths(date, 1), zone).at(-1)?.at(-1)?.endAt ?? 0;
    return { from, to };
  }
  if (view === 'day') {
    const { startAt, endAt } = dayGrid(date, zone);
    return { from: startAt, to: endAt };
  }
  const days = view === 'week' ? weekGrid(date, zone) : monthGrid(date, zone).flat();
  return { from: days[0]?.startAt ?? 0, to: days.at(-1)?.endAt ?? 0 };
}

/** `novembre 2026`, for a week `23–29 novembre`, for a day `jeu. 26 nov.`; beside the open sheet without the year. */
export function planTitle(view: PlanView, date: string, locale: string, narrow: boolean): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (view === 'day' && !narrow)
    return new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    }).format(day);
  if (view !== 'week' || narrow)
    return new Intl.DateTimeFormat(locale, {
      month: 'long',
      ...(narrow ? {} : { year: 'numeric' }),
      timeZone: 'UTC',
    }).format(day);
  const week = weekGrid(date, 'UTC');
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).formatRange(week[0]?.startAt ?? day, week.at(-1)?.startAt ?? day);
}

/** The date that the arrows beside the title lead to. */
export function stepDate(view: PlanView, date: string, step: 1 | -1): string {
  if (view === 'day') return addDays(date, step);
  return view === 'week' ? addDays(date, 7 * step) : addMonths(`${date.slice(0, 8)}01`, step);
}

/** How much room a week gets: past ones shrink to a strip, unless the whole month is past. */
export function weekSize(
  week: readonly { date: string }[],
  today: string,
  lastOfGrid: string,
): 'strip' | 'full' {
  if (lastOfGrid < today) return 'full';
  const last = week.at(-1)?.date ?? '';
  return last < today ? 'strip' : 'full';
}

/** Where an arrow key leads from a day (`2026-11-26`), or by hours from an hour (`2026-11-26T18`). */
export function neighbourSpot(spot: string, key: string): string | undefined {
  if (!spot.includes('T')) return neighbourDay(spot, key);
  const [date = '', hourText = ''] = spot.split('T');
  const side = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (side !== undefined) return `${addDays(date, side)}T${hourText}`;
  const hour = Number(hourText) + ({ ArrowUp: -1, ArrowDown: 1 }[key] ?? 24);
  return hour < 0 || hour > 23 ? undefined : `${date}T${String(hour).padStart(2, '0')}`;
}

/** The day that an arrow key leads to from `date`. */
export function neighbourDay(date: string, key: string): string | undefined {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
  };
  const step = steps[key];
  return step === undefined ? undefined : addDays(date, step);
}
