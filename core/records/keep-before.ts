import type { KeepMonths } from '../../shared/contract/records.ts';

/** The instant before which a rule of so many months keeps nothing: the same hour of the same day of an
 *  earlier month, or of its last day where it is shorter. */
export function keepBefore(now: number, months: KeepMonths): number {
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  return date.getTime();
}
