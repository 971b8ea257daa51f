import { addDays } from '../../../shared/rules/calendar-grid.ts';
import { settleWallTime } from '../../../shared/rules/zoned-time.ts';

/** How far a post is moved: whole days and minutes on the clock, as people move appointments. */
export type Shift = { days: number; minutes: number };

const dayMinutes = 24 * 60;

/** A wall time (`2026-11-26T18:30`) by so many days and minutes; one that the clocks skip comes after. */
export function shiftWall(wall: string, { days, minutes }: Shift, zone: string): string {
  const all = minutesOf(wall) + minutes;
  const over = Math.floor(all / dayMinutes);
  const date = addDays(wall.slice(0, 10), days + over);
  const shifted = `${date}T${clockOf(all - over * dayMinutes)}`;
  return settleWallTime(shifted, zone)?.wall ?? shifted;
}

/** How far `to` is from `from`, so that others can be moved as far. */
export function shiftBetween(from: string, to: string): Shift {
  const at = (wall: string) => Date.parse(`${wall.slice(0, 10)}T00:00:00Z`);
  return {
    days: Math.round((at(to) - at(from)) / (dayMinutes * 60_000)),
    minutes: minutesOf(to) - minutesOf(from),
  };
}

/** Of `2026-11-26T18:30` 1110. */
export function minutesOf(wall: string): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}

/** Of 1110 `18:30`. */
export function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const quarter = 15;

/** The time of a post that was carried by `deltaMinutes` from its own: on the quarter of an hour, but its
 *  own time when it was hardly moved; never out of its day. */
export function carriedMinutes(own: number, deltaMinutes: number): number {
  if (Math.abs(deltaMinutes) < quarter / 2) return own;
  return snapMinutes(own + deltaMinutes);
}

export function snapMinutes(minutes: number): number {
  const snapped = Math.round(minutes / quarter) * quarter;
  return Math.min(Math.max(0, snapped), dayMinutes - quarter);
}
