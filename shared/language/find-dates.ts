import type { Word } from './split-words.ts';

/** A day that a text names. `on` is `YYYY-MM-DD` where today is known. */
export type FoundDate = { text: string; start: number; end: number; on?: string };

export type DateContext = {
  /** `YYYY-MM-DD` in the shop's zone. */
  today?: string | undefined;
  /** Where `3/4` is the fourth of March: US. */
  country?: string | undefined;
};

const weekdays = [
  ['lundi', 'monday', 'mon'],
  ['mardi', 'tuesday', 'tue', 'tues'],
  ['mercredi', 'wednesday', 'wed'],
  ['jeudi', 'thursday', 'thu', 'thurs'],
  ['vendredi', 'friday', 'fri'],
  ['samedi', 'saturday', 'sat'],
  ['dimanche', 'sunday', 'sun'],
];
const months = [
  ['janvier', 'january', 'jan'],
  ['fevrier', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['avril', 'april', 'apr'],
  ['mai', 'may'],
  ['juin', 'june', 'jun'],
  ['juillet', 'july', 'jul'],
  ['aout', 'august', 'aug'],
  ['septembre', 'september', 'sept', 'sep'],
  ['octobre', 'october', 'oct'],
  ['novembre', 'november', 'nov'],
  ['decembre', 'december', 'dec'],
];
const placesOf = (lists: readonly string[][]) =>
  new Map(lists.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));
const weekdayOf = placesOf(weekdays);
const monthOf = placesOf(months);
const daysFromNow: ReadonlyMap<string, number> = new Map([
  ...['aujourd', 'ajd', 'today', 'tonight'].map((name) => [name, 0] as const),
  ...['demain', 'tomorrow', 'tmrw', 'tmr'].map((name) => [name, 1] as const),
]);
const holidays: ReadonlyMap<string, string> = new Map([
  ['noel', '12-25'],
  ['christmas', '12-25'],
  ['xmas', '12-25'],
]);
const numeric = /(?<![\d/.,])(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d{2}))?(?![\d/]|[.,]\d| ?[€$£])/g;
const dayMs = 86_400_000;

/** The days that a text names, as `samedi`, `le 24 décembre`, `Dec 24th`, `24/12`, `before Christmas`; the
 *  next such day from today on. */
export function findDates(text: string, words: readonly Word[], context: DateContext): FoundDate[] {
  const today = context.today === undefined ? undefined : Date.parse(`${context.today}T00:00:00Z`);
  const found: FoundDate[] = [];
  const add = (start: number, end: number, on: number | undefined) =>
    found.push({
      text: text.slice(start, end),
      start,
      end,
      ...(on === undefined ? {} : { on: new Date(on).toISOString().slice(0, 10) }),
    });
  words.forEach((word, at) => {
    const named = namedDay(words, at, today);
    if (named) add(named.start ?? word.start, named.end ?? word.end, named.on);
  });
  if (/\d[/.]\d/.test(text))
    for (const match of text.slice(0, words.at(-1)?.end ?? 0).matchAll(numeric)) {
      const [written, one = '', other = '', year] = match;
      const isMonthFirst = (context.country === 'US' && Number(one) <= 12) || Number(other) > 12;
      const [day, month] = isMonthFirst
        ? [Number(other), Number(one)]
        : [Number(one), Number(other)];
      // `12.90` is a price, `1.5` a size.
      if (month < 1 || month > 12 || day < 1 || day > 31 || /^\d+\.\d+$/.test(written)) continue;
      add(match.index, match.index + written.length, dayOf(month, day, year, today));
    }
  return found.sort((one, other) => one.start - other.start);
}

type Named = { start?: number; end?: number; on: number | undefined };

function namedDay(
  words: readonly Word[],
  at: number,
  today: number | undefined,
): Named | undefined {
  const word = words[at];
  if (!word) return undefined;
  const ahead = daysFromNow.get(word.folded);
  if (ahead !== undefined)
    return {
      on: today === undefined ? undefined : today + ahead * dayMs,
      ...(word.folded === 'aujourd' ? { end: words[at + 1]?.end ?? word.end } : {}),
    };
  const weekday = weekdayOf.get(
    word.folded.endsWith('days') ? word.folded.slice(0, -1) : word.folded,
  );
  if (weekday) return { on: nextWeekday(weekday, today) };
  const holiday = holidays.get(word.folded);
  if (holiday) {
    const [month, day] = holiday.split('-').map(Number);
    return { on: dayOf(month ?? 12, day ?? 25, undefined, today) };
  }
  const month = monthOf.get(word.folded);
  return month ? dayBeside(words, at, month, today) : undefined;
}

/** `24 décembre`, `1er mai`, `December 24th`, `24th of December`; a month alone is no day. */
function dayBeside(
  words: readonly Word[],
  at: number,
  month: number,
  today: number | undefined,
): Named | undefined {
  const steps = ['of', 'er', 'st', 'nd', 'rd', 'th'];
  let before = at - 1;
  while (before > 0 && steps.includes(words[before]?.folded ?? '')) before -= 1;
  const front = words[before];
  const back = words[at + 1];
  const isDay = (word: Word | undefined) =>
    word !== undefined && /^(?:[1-9]|[12]\d|3[01])$/.test(word.folded);
  if (front && isDay(front))
    return { start: front.start, on: dayOf(month, Number(front.folded), undefined, today) };
  if (back && isDay(back))
    return { end: back.end, on: dayOf(month, Number(back.folded), undefined, today) };
  return undefined;
}

function nextWeekday(weekday: number, today: number | undefined): number | undefined {
  if (today === undefined) return undefined;
  const now = new Date(today).getUTCDay() || 7;
  return today + ((weekday - now + 7) % 7) * dayMs;
}

/** The next such day; one of last month was meant as past, so it stays in this year. */
function dayOf(
  month: number,
  day: number,
  year: string | undefined,
  today: number | undefined,
): number | undefined {
  if (year !== undefined) {
    const full = Number(year) < 100 ? 2000 + Number(year) : Number(year);
    return Date.UTC(full, month - 1, day);
  }
  if (today === undefined) return undefined;
  const thisYear = Date.UTC(new Date(today).getUTCFullYear(), month - 1, day);
  return thisYear < today - 92 * dayMs
    ? Date.UTC(new Date(today).getUTCFullYear() + 1, month - 1, day)
    : thisYear;
}
