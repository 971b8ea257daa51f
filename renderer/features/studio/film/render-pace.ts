const key = 'vitrine-film-pace';

/** How many milliseconds one of a film took to make last time; nothing before the first. */
export function readPace(storage: Pick<Storage, 'getItem'>): number | undefined {
  const pace = Number(storage.getItem(key) ?? Number.NaN);
  return Number.isFinite(pace) && pace > 0 ? pace : undefined;
}

/** A film that was there already takes no time: that tells nothing of the next. */
export function keepPace(storage: Pick<Storage, 'setItem'>, pace: number): void {
  if (pace >= 0.05 && pace < 1000) storage.setItem(key, pace.toFixed(3));
}
