/** A stretch in which the shop is open: weekday 1 (Monday) to 7, wall times as `09:30`. */
export type OpeningSpan = { weekday: number; opens: string; closes: string };

type Run = { from: number; to: number; spans: OpeningSpan[] };

/** Opening hours as they stand in a sentence: `du mardi au samedi de 9 h 30 à 19 h`, `Tuesday to Saturday
 *  9:30 to 19:00`. Undefined when none are known. `country` tells how hours are written in English. */
export function formatOpeningHours(
  spans: readonly OpeningSpan[],
  language: 'fr' | 'en',
  country: string,
): string | undefined {
  const runs = runsOf(spans);
  if (runs.length === 0) return undefined;
  const hour = language === 'fr' ? frenchHour : englishHour(country);
  const [and, from, to] = language === 'fr' ? [' et ', 'de ', ' à '] : [' and ', '', ' to '];
  return runs
    .map((run) => {
      const times = run.spans.map(
        ({ opens, closes }) => `${from}${hour(opens)}${to}${hour(closes)}`,
      );
      return `${daysOf(run, language)} ${times.join(and)}`;
    })
    .join(language === 'fr' ? ', ' : '; ');
}

/** Days in a row with the same hours. */
function runsOf(spans: readonly OpeningSpan[]): Run[] {
  const runs: Run[] = [];
  for (let weekday = 1; weekday <= 7; weekday++) {
    const own = spans
      .filter((span) => span.weekday === weekday)
      .toSorted((one, other) => (one.opens < other.opens ? -1 : 1));
    if (own.length === 0) continue;
    const last = runs.at(-1);
    if (last && last.to === weekday - 1 && isSame(last.spans, own)) last.to = weekday;
    else runs.push({ from: weekday, to: weekday, spans: own });
  }
  return runs;
}

function isSame(one: readonly OpeningSpan[], other: readonly OpeningSpan[]): boolean {
  const text = (spans: readonly OpeningSpan[]) =>
    spans.map(({ opens, closes }) => `${opens}-${closes}`).join();
  return text(one) === text(other);
}

function daysOf({ from, to }: Run, language: 'fr' | 'en'): string {
  if (from === 1 && to === 7) return language === 'fr' ? 'tous les jours' : 'every day';
  // The first of January 2024 was a Monday.
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const name = (weekday: number) => format.format(Date.UTC(2024, 0, weekday));
  if (from === to) return language === 'fr' ? `le ${name(from)}` : name(from);
  return language === 'fr' ? `du ${name(from)} au ${name(to)}` : `${name(from)} to ${name(to)}`;
}

/** `9 h`, `9 h 30`. */
function frenchHour(time: string): string {
  const [hours = '', minutes = ''] = time.split(':');
  return `${Number(hours)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`;
}

function englishHour(country: string): (time: string) => string {
  const locale = ['US', 'CA', 'AU', 'NZ', 'IN', 'PH'].includes(country) ? `en-${country}` : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  return (time) => {
    const [hours = '0', minutes = '0'] = time.split(':');
    return format.format(Date.UTC(2024, 0, 1, Number(hours), Number(minutes)));
  };
}
