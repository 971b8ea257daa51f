import type { TFunction } from 'i18next';
import type { FilmPart } from '../../../../shared/scene/film/film.ts';

/** What a part is called: its words, or else what it is for. */
export function partName({ words, role }: FilmPart, t: TFunction<'film'>): string {
  const { title, headline, text, callToAction } = words;
  return (title ?? headline ?? text ?? callToAction)?.trim() || t(`role.${role}`);
}
