import {
  instantToWall,
  isKnownZone,
  parseInstant,
  resolveWallTime,
} from '../../shared/rules/zoned-time.ts';
import { readDay, readTimeOfDay, splitDayAndTime, type DayOrder } from './read-when.ts';
import type { ReadTime, RowCells, RowFix, RowIssue } from './row-reading.ts';

export type TimeContext = {
  now: number;
  /** Of the row's accounts. */
  zone: string;
  usualTimes: readonly { weekday: number; time: string }[];
  dayOrder: DayOrder;
  /** The file does not say which number is the day. */
  isOrderUnsure: boolean;
};
export type TimeReading = { time?: ReadTime | undefined; issues: RowIssue[] };

const dayMs = 86_400_000;

/** The time a row is planned for; none at all makes a draft. */
export function readTimeCells(cells: RowCells, context: TimeContext): TimeReading {
  const { date: dateCell, time: timeCell } = dayAndTime(cells);
  const zone = cells.zone?.trim() || context.zone;
  if (dateCell === '' && timeCell === '')
    return { issues: [{ level: 'note', field: 'date', code: 'draft' }] };
  if (!isKnownZone(zone))
    return { issues: [{ level: 'error', field: 'zone', code: 'zone-unknown', found: zone }] };
  const instant = timeCell === '' ? readInstant(dateCell, zone) : undefined;
  if (instant)
    return instant.at < context.now
      ? { issues: [past(instant, context)] }
      : { time: instant, issues: [] };
  const day = readDay(dateCell, context.dayOrder);
  if (dateCell === '') return { issues: [dayMissing(timeCell, zone, context)] };
  if (day === undefined)
    return { issues: [{ level: 'error', field: 'date', code: 'day-unreadable', found: dateCell }] };
  if (timeCell === '') return { issues: [timeMissing(day, context)] };
  const time = readTimeOfDay(timeCell);
  if (time === undefined)
    return {
      issues: [{ level: 'error', field: 'time', code: 'time-unreadable', found: timeCell }],
    };
  const issues = context.isOrderUnsure && canSwap(dateCell) ? [orderUnsure(day)] : [];
  const placed = placeTime(day, time, zone, context);
  return { time: placed.time, issues: [...issues, ...placed.issues] };
}

/** With a `Z` or an offset there is nothing to choose. */
function readInstant(cell: string, zone: string): ReadTime | undefined {
  if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/.test(cell)) return undefined;
  const at = parseInstant(cell);
  return at === undefined ? undefined : { at, zone, wall: instantToWall(at, zone) };
}

/** One cell may hold both. */
function dayAndTime(cells: RowCells): { date: string; time: string } {
  const [date, time] = [cells.date?.trim() ?? '', cells.time?.trim() ?? ''];
  const both = time === '' && !/(Z|[+-]\d\d:?\d\d)$/.test(date) ? splitDayAndTime(date) : undefined;
  return both ? { date: both.day, time: both.time } : { date, time };
}

function placeTime(day: string, time: string, zone: string, context: TimeContext): TimeReading {
  const answer = resolveWallTime(`${day}T${time}`, zone);
  switch (answer.kind) {
    case 'unreadable':
      return { issues: [{ level: 'error', field: 'date', code: 'day-unreadable', found: day }] };
    case 'gap': {
      const fixes = answer.alternatives.map(({ wall }) => fixTo(wall));
      return { issues: [{ level: 'error', field: 'time', code: 'time-gap', found: time, fixes }] };
    }
    case 'overlap':
      return {
        time: { wall: answer.chosen.wall, zone, at: answer.chosen.at },
        issues: [{ level: 'warning', field: 'time', code: 'time-overlap' }],
      };
    case 'ok': {
      const placed = { wall: answer.wall, zone, at: answer.at };
      return answer.at < context.now
        ? { issues: [past(placed, context)] }
        : { time: placed, issues: [] };
    }
  }
}

function past(placed: ReadTime, { now }: TimeContext): RowIssue {
  const time = placed.wall.slice(11, 16);
  const today = instantToWall(now, placed.zone).slice(0, 10);
  const soon = [today, nextDay(today)].map((day) => resolveWallTime(`${day}T${time}`, placed.zone));
  const next = soon.find((one) => one.kind === 'ok' && one.at > now);
  const fixes = next?.kind === 'ok' ? [fixTo(next.wall)] : [];
  return {
    level: 'error',
    field: 'date',
    code: 'time-past',
    fixes: [...fixes, { label: 'draft', say: true, cells: { date: '', time: '' } }],
  };
}

function timeMissing(day: string, { usualTimes }: TimeContext): RowIssue {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  const times = usualTimes.filter((one) => one.weekday === weekday).map((one) => one.time);
  const offered = times.length > 0 ? times : usualTimes.slice(0, 2).map((one) => one.time);
  return {
    level: 'error',
    field: 'time',
    code: 'time-missing',
    fixes: [...new Set(offered)].map((time) => ({ label: time, cells: { time } })),
  };
}

function dayMissing(timeCell: string, zone: string, { now }: TimeContext): RowIssue {
  const tomorrow = nextDay(instantToWall(now, zone).slice(0, 10));
  const fix = { label: tomorrow, cells: { date: tomorrow, time: timeCell } };
  return { level: 'error', field: 'date', code: 'day-missing', fixes: [fix] };
}

/** `03/04/2027`: both numbers could be the month. */
function canSwap(cell: string): boolean {
  const numbers = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ]/.exec(cell);
  return numbers !== null && Number(numbers[1]) <= 12 && Number(numbers[2]) <= 12
    ? numbers[1] !== numbers[2]
    : false;
}

function orderUnsure(day: string): RowIssue {
  const swapped = `${day.slice(0, 4)}-${day.slice(8, 10)}-${day.slice(5, 7)}`;
  const fixes = [{ label: swapped, cells: { date: swapped } }];
  return { level: 'note', field: 'date', code: 'day-order', fixes };
}

function fixTo(wall: string): RowFix {
  const [date, time] = [wall.slice(0, 10), wall.slice(11, 16)];
  return { label: `${date} ${time}`, cells: { date, time } };
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
}
