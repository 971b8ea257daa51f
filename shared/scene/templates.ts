import type { PictureTemplate, VideoTemplate } from './template.ts';
import { videoTemplate } from './film/fresh-film.ts';
import { filmStyles } from './film/styles.ts';
import { affiche } from './templates/affiche.ts';
import { avantApres } from './templates/avant-apres.ts';
import { avis } from './templates/avis.ts';
import { cadeau } from './templates/cadeau.ts';
import { carnet } from './templates/carnet.ts';
import { codeQr } from './templates/code-qr.ts';
import { concours } from './templates/concours.ts';
import { couverture } from './templates/couverture.ts';
import { etapes } from './templates/etapes.ts';
import { evenement } from './templates/evenement.ts';
import { grille } from './templates/grille.ts';
import { horaires } from './templates/horaires.ts';
import { merci } from './templates/merci.ts';
import { nouveau } from './templates/nouveau.ts';
import { pastille } from './templates/pastille.ts';
import { carteA6, reglette } from './templates/papier.ts';
import { recit } from './templates/recit.ts';
import { sondage } from './templates/sondage.ts';
import { arche } from './templates/arche.ts';
import { chiffre } from './templates/chiffre.ts';
import { etiquette } from './templates/etiquette.ts';
import { herbier } from './templates/herbier.ts';
import { soldes } from './templates/soldes.ts';

/** In the order in which they are offered. */
export const pictureTemplates: readonly PictureTemplate[] = [
  arche,
  affiche,
  herbier,
  etiquette,
  soldes,
  pastille,
  chiffre,
  nouveau,
  recit,
  etapes,
  avis,
  avantApres,
  grille,
  carnet,
  couverture,
  horaires,
  cadeau,
  evenement,
  concours,
  sondage,
  codeQr,
  merci,
  carteA6,
  reglette,
];
export const videoTemplates: readonly VideoTemplate[] = filmStyles.map(videoTemplate);

export function findPictureTemplate(id: string): PictureTemplate | undefined {
  return pictureTemplates.find((template) => template.id === id);
}

export function findVideoTemplate(id: string): VideoTemplate | undefined {
  return videoTemplates.find((template) => template.id === id);
}
