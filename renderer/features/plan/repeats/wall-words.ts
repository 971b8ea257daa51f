/** A wall time (`2026-11-26T18:30`) as `jeu. 26 nov., 18:30`, on whatever clock it stands. */
export function wallWords(wall: string, locale: string): string {
  const date = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(Date.parse(`${wall.slice(0, 10)}T00:00:00Z`));
  return `${date}, ${wall.slice(11, 16)}`;
}
