import type { FilmSources } from '../../../../shared/contract/films.ts';
import type { FontSet } from '../../../../shared/scene/font-set.ts';

/** A film with all that it takes to draw and play it. */
export type ShownFilm = Pick<FilmSources, 'scene' | 'sources' | 'clips' | 'sounds' | 'music'> & {
  fonts: FontSet;
};
