import type { PictureTemplate, VideoTemplate } from './template.ts';
import { affiche } from './templates/affiche.ts';
import { arche } from './templates/arche.ts';
import { chiffre } from './templates/chiffre.ts';
import { etiquette } from './templates/etiquette.ts';
import { herbier } from './templates/herbier.ts';
import { nouveautes } from './templates/nouveautes.ts';
import { soldesVideo } from './templates/soldes-video.ts';
import { soldes } from './templates/soldes.ts';
import { vitrine } from './templates/vitrine.ts';

/** In the order in which they are offered. */
export const pictureTemplates: readonly PictureTemplate[] = [
  arche,
  affiche,
  herbier,
  etiquette,
  soldes,
  chiffre,
];
export const videoTemplates: readonly VideoTemplate[] = [vitrine, nouveautes, soldesVideo];

export function findPictureTemplate(id: string): PictureTemplate | undefined {
  return pictureTemplates.find((template) => template.id === id);
}

export function findVideoTemplate(id: string): VideoTemplate | undefined {
  return videoTemplates.find((template) => template.id === id);
}
