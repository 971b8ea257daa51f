import type { FilmStyle } from './film-style.ts';
import { vitrine } from './styles/vitrine.ts';

/** In the order in which they are offered. */
export const filmStyles: readonly FilmStyle[] = [vitrine];

export function findFilmStyle(id: string): FilmStyle | undefined {
  return filmStyles.find((style) => style.id === id);
}
