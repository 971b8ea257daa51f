import { GraphError, badParameter } from '../graph/graph-error.ts';
import { dayMs } from '../world/identity.ts';

/** From when to when numbers are asked for. */
export interface InsightRange {
  sinceMs: number;
  untilMs: number;
}

type Modifiers = Readonly<Record<string, string>>;

/** Reads `since`, `until` and `date_preset`; without them the last `usualDays`. */
export function readRange(
  modifiers: Modifiers,
  nowMs: number,
  { usualDays, maxDays }: { usualDays: number; maxDays: number },
): InsightRange {
  const preset = modifiers['date_preset'];
  if (preset !== undefined) return presetRange(preset, nowMs);
  const untilMs = readInstant('until', modifiers['until'], nowMs) ?? nowMs;
  const sinceMs = readInstant('since', modifiers['since'], nowMs) ?? untilMs - usualDays * dayMs;
  if (sinceMs > untilMs)
    throw badParameter('since', 'since param is not valid. It is after until.');
  if (untilMs - sinceMs > maxDays * dayMs) {
    throw new GraphError(
      100,
      `(#100) There cannot be more than ${maxDays} days (${maxDays * 86_400} s) between since and until`,
    );
  }
  return { sinceMs, untilMs };
}

function presetRange(preset: string, nowMs: number): InsightRange {
  const today = pacificDayStart(nowMs);
  if (preset === 'today') return { sinceMs: today, untilMs: nowMs };
  if (preset === 'yesterday') return { sinceMs: pacificDayStart(today - 1), untilMs: today };
  const [, days] = /^last_(3|7|14|28|30|90)d$/.exec(preset) ?? [];
  if (days === undefined) throw badParameter('date_preset', `Unsupported date_preset: ${preset}`);
  return { sinceMs: pacificDayStart(today - Number(days) * dayMs + dayMs / 2), untilMs: today };
}

/** Seconds, a date, or the words for the last two days. */
function readInstant(name: string, text: string | undefined, nowMs: number): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,11}$/.test(text)) return Number(text) * 1000;
  if (text === 'now') return nowMs;
  if (text === 'today') return pacificDayStart(nowMs);
  if (text === 'yesterday') return pacificDayStart(pacificDayStart(nowMs) - 1);
  const atMs = Date.parse(text);
  if (Number.isNaN(atMs)) throw badParameter(name, `${name} param is not valid.`);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? pacificDayStart(atMs + dayMs / 2) : atMs;
}

const pacificHour = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The days of insights begin at midnight in California: 08:00 UTC, or 07:00 in summer. */
export function pacificDayStart(atMs: number): number {
  const day = Math.floor(atMs / dayMs) * dayMs;
  const candidates = [day + dayMs, day, day - dayMs].flatMap((date) =>
    [8, 7].map((hour) => date + hour * 3_600_000),
  );
  const starts = candidates.filter(
    (start) => start <= atMs && Number(pacificHour.format(start)) === 0,
  );
  return Math.max(...starts);
}

/** The ends of the whole days of a range that are over by now. */
export function dayEnds({ sinceMs, untilMs }: InsightRange, nowMs: number): number[] {
  const last = pacificDayStart(Math.min(untilMs, nowMs));
  const ends: number[] = [];
  let end = pacificDayStart(sinceMs);
  while (end < last) {
    // A day and a half later lies within the next day, whatever the clocks do.
    end = pacificDayStart(end + dayMs * 1.5);
    ends.push(end);
  }
  return ends;
}

const periodDays: Readonly<Record<string, number>> = { day: 1, week: 7, days_28: 28 };

/** How many days a value of this period sums up. */
export function daysOfPeriod(period: string): number | undefined {
  return periodDays[period];
}
