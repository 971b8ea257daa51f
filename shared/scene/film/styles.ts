import type { FilmStyle } from './film-style.ts';
import { avantApres } from './styles/avant-apres.ts';
import { avis } from './styles/avis.ts';
import { cadeau } from './styles/cadeau.ts';
import { compteARebours } from './styles/compte-a-rebours.ts';
import { deballage } from './styles/deballage.ts';
import { detail } from './styles/detail.ts';
import { lookbook } from './styles/lookbook.ts';
import { nouveautes } from './styles/nouveautes.ts';
import { pasAPas } from './styles/pas-a-pas.ts';
import { soldesVideo } from './styles/soldes-video.ts';
import { visite } from './styles/visite.ts';
import { vitrine } from './styles/vitrine.ts';

/** In the order in which they are offered. */
export const filmStyles: readonly FilmStyle[] = [
  vitrine,
  nouveautes,
  soldesVideo,
  detail,
  lookbook,
  compteARebours,
  avis,
  avantApres,
  deballage,
  pasAPas,
  visite,
  cadeau,
];

export function findFilmStyle(id: string): FilmStyle | undefined {
  return filmStyles.find((style) => style.id === id);
}
