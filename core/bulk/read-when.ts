import { foldText } from '../../shared/rules/fold-text.ts';

/** Which of two numbers is the day where both could be: `day-first` in most of the world. */
export type DayOrder = 'day-first' | 'month-first';

const months: Record<string, number> = {
  jan: 1,
  janv: 1,
  janvier: 1,
  january: 1,
  feb: 2,
  fev: 2,
  fevr: 2,
  fevrier: 2,
  february: 2,
  mar: 3,
  mars: 3,
  march: 3,
  apr: 4,
  avr: 4,
  avril: 4,
  april: 4,
  may: 5,
  mai: 5,
  jun: 6,
  juin: 6,
  june: 6,
  jul: 7,
  juil: 7,
  juillet: 7,
  july: 7,
  aug: 8,
  aout: 8,
  august: 8,
  sep: 9,
  sept: 9,
  septembre: 9,
  september: 9,
  oct: 10,
  octobre: 10,
  october: 10,
  nov: 11,
  novembre: 11,
  november: 11,
  dec: 12,
  decembre: 12,
  december: 12,
};

/** `2026-11-26` out of what a merchant writes for a day, or out of a spreadsheet's day number;
 *  undefined where it is none of the calendar. */
export function readDay(text: string, order: DayOrder): string | undefined {
  const folded = foldText(text);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(folded);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(folded);
  if (numbers) {
    const [first, second] = [Number(numbers[1]), Number(numbers[2])];
    const year = fullYear(numbers[3] ?? '');
    return order === 'day-first' ? dayOf(year, second, first) : dayOf(year, first, second);
  }
  if (/^\d{5}([.,]\d+)?$/.test(folded)) return serialDay(Number(folded.replace(',', '.')));
  return wordDay(folded) ?? wordDay(folded.replace(/^[a-z]{2,9}\.?,? (?=\d)/, ''));
}

/** `18:30` out of `18h30`, `6:30 pm`, `18.30`, `0.7708` and the like. */
export function readTimeOfDay(text: string): string | undefined {
  const folded = foldText(text).replace(/\./g, (dot, at: number, all: string) =>
    /[ap]$|m$/.test(all.slice(0, at)) ? '' : dot,
  );
  const share = /^0[.,](\d+)$/.exec(folded);
  if (share) return serialTime(Number(`0.${share[1]}`));
  const parts = /^(\d{1,2})(?: ?[:h.] ?(\d{2}))?(?::\d{2})? ?(h|am|pm)?$/.exec(folded);
  const isTime = parts && (parts[2] !== undefined || parts[3] !== undefined);
  const bare = /^(\d{1,2}) ?h$/.exec(folded);
  if (bare) return timeOf(Number(bare[1]), 0);
  if (!isTime) return undefined;
  const [hours, minutes, half] = [Number(parts[1]), Number(parts[2] ?? '0'), parts[3]];
  if (half !== 'am' && half !== 'pm') return timeOf(hours, minutes);
  if (hours < 1 || hours > 12) return undefined;
  return timeOf((hours % 12) + (half === 'pm' ? 12 : 0), minutes);
}

/** A cell that holds both: `2026-11-26 18:30`, `26/11/2026 18h30`, `46352.7708`. */
export function splitDayAndTime(text: string): { day: string; time: string } | undefined {
  const trimmed = text.trim();
  const serial = /^(\d{5})([.,]\d+)$/.exec(trimmed);
  if (serial) return { day: serial[1] ?? '', time: `0${(serial[2] ?? '').replace(',', '.')}` };
  const parts = /^(.+?\d{2,4})(?:T|,? (?:à |at )?)(\d{1,2} ?[:h].*)$/i.exec(trimmed);
  return parts ? { day: parts[1] ?? '', time: parts[2] ?? '' } : undefined;
}

/** What the file itself says about which number is the day: a number over 12 is no month. Undefined
 *  where every day of it can be read in both ways, or where it contradicts itself. */
export function detectDayOrder(texts: Iterable<string>): DayOrder | undefined {
  const seen = new Set<DayOrder>();
  for (const text of texts) {
    const numbers = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})\b/.exec(text);
    if (!numbers) continue;
    if (Number(numbers[1]) > 12) seen.add('day-first');
    else if (Number(numbers[2]) > 12) seen.add('month-first');
  }
  return seen.size === 1 ? [...seen][0] : undefined;
}

function wordDay(folded: string): string | undefined {
  const dayFirst = /^(\d{1,2})(?:er|st|nd|rd|th)?[ -]([a-z]+)\.?,?[ -](\d{4}|\d{2})$/.exec(folded);
  if (dayFirst)
    return dayOf(fullYear(dayFirst[3] ?? ''), months[dayFirst[2] ?? ''], Number(dayFirst[1]));
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(folded);
  if (!monthFirst) return undefined;
  return dayOf(Number(monthFirst[3]), months[monthFirst[1] ?? ''], Number(monthFirst[2]));
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function dayOf(year: number, month: number | undefined, day: number): string | undefined {
  if (month === undefined || year < 1970 || year > 2200) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** Spreadsheets count days from 30 December 1899. */
function serialDay(serial: number): string | undefined {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

function serialTime(share: number): string | undefined {
  const minutes = Math.round(share * 1440);
  return timeOf(Math.floor(minutes / 60), minutes % 60);
}

function timeOf(hours: number, minutes: number): string | undefined {
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
