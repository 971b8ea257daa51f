const written = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The instant at which a day begins; undefined for what is no day (yet). */
export function startOfDay(day: string, addDays = 0): string | undefined {
  const [, year, month, date] = written.exec(day) ?? [];
  if (year === undefined || Number(year) < 1970) return undefined;
  const at = new Date(Number(year), Number(month) - 1, Number(date) + addDays);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** The instant at which it is over. */
export function endOfDay(day: string): string | undefined {
  return startOfDay(day, 1);
}

/** The day of an instant, as a field of days takes it; with −1 the day that an end closes. */
export function dayOf(instant: string | undefined, addDays = 0): string {
  if (instant === undefined) return '';
  const at = new Date(instant);
  at.setDate(at.getDate() + addDays);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
