/** Monday to Sunday, as a language writes them. */
export function dayNames(language: string, width: 'long' | 'short'): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' });
  // 4 January 2027 is a Monday.
  return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2027, 0, 4 + index)));
}
