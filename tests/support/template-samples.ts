// What templates are filled with in tests and on the sheets of the docs: a small garden shop.
import { join } from 'node:path';
import { createCanvas, ImageData } from '@napi-rs/canvas';
import sharp from 'sharp';
import type { ScenePhoto } from '../../shared/scene/draw-context.ts';
import { coverCrop, photoRequest } from '../../shared/scene/photo-requests.ts';
import type { PhotoLayer, Scene } from '../../shared/scene/scene.ts';
import { resources } from './scene-samples.ts';
import { overlap, type Inked } from './template-inks.ts';
import type { PictureSlots, PhotoSlot } from '../../shared/scene/template.ts';

const photos = {
  light: {
    photoId: 'botany-flowers.jpg',
    widthPx: 1000,
    heightPx: 750,
    lightness: 0.95,
  },
  dark: { photoId: 'red-hibiscus-closeup.jpg', widthPx: 675, heightPx: 900, lightness: 0.25 },
  busy: { photoId: 'flower-meadow-square.jpg', widthPx: 600, heightPx: 600, lightness: 0.8 },
  print: {
    photoId: 'campanula-alliariifolia-flower.jpg',
    widthPx: 825,
    heightPx: 1000,
    lightness: 0.9,
  },
  pink: {
    photoId: 'akaka-falls-state-park-flora.jpg',
    widthPx: 405,
    heightPx: 500,
    lightness: 0.8,
  },
  tall: { photoId: 'delphinium-flowers.jpg', widthPx: 825, heightPx: 1000, lightness: 0.9 },
} satisfies Record<string, PhotoSlot>;
export const templatePhotos: Record<keyof typeof photos, PhotoSlot> = photos;

export const longTitle =
  'Chrysanthème d’automne à grandes fleurs jaune doré, pot de terre cuite Ø\u00A021\u00A0cm';

/** Every slot filled, in French. */
export function fullSlots(more: Partial<PictureSlots> = {}): PictureSlots {
  const { light, dark, busy, print, pink, tall } = photos;
  return {
    photo: dark,
    title: 'Hibiscus rouge',
    price: '24,90\u00A0€',
    language: 'fr',
    beforePhoto: print,
    products: [
      { photo: dark, title: 'Hibiscus rouge', price: '24,90\u00A0€' },
      { photo: print, title: 'Affiche Campanule', price: '18,00\u00A0€' },
      { photo: pink, title: 'Impatiens rose', price: '6,90\u00A0€', oldPrice: '8,50\u00A0€' },
      { photo: tall, title: 'Affiche Pied-d’alouette', price: '18,00\u00A0€' },
      { photo: busy, title: 'Sachet «\u00A0Prairie fleurie\u00A0»', price: '4,50\u00A0€' },
      { photo: light, title: 'Arum d’Éthiopie', price: '24,90\u00A0€' },
    ],
    quote: {
      text: 'Des plantes vigoureuses, et des conseils qui font qu’elles le restent.',
      author: 'Camille R.',
      stars: 5,
    },
    hours: [
      { days: 'Lundi', times: 'fermé' },
      { days: 'Mardi à vendredi', times: '9\u00A0h – 12\u00A0h 30, 14\u00A0h – 19\u00A0h' },
      { days: 'Samedi', times: '9\u00A0h – 19\u00A0h' },
      { days: 'Dimanche', times: '9\u00A0h – 12\u00A0h 30' },
    ],
    event: {
      name: 'Atelier bouquets séchés',
      date: 'Samedi 12 décembre, 14\u00A0h',
      place: 'À la serre, 3\u00A0rue des Tanneurs',
    },
    question: { text: 'Votre hiver sera plutôt…', choices: ['Hibiscus', 'Amaryllis', 'Jacinthes'] },
    code: 'https://la-serre.example/p/hibiscus-rouge',
    valueText: '50\u00A0€',
    lines: [
      'Abonnez-vous à notre page.',
      'Dites en commentaire à qui vous l’offririez.',
      'Tirage dimanche soir.',
    ],
    ...more,
  };
}

/** The photos of a scene at their sizes, only those on which words stand: the others cannot change what
 *  is under words, and there are many. */
export async function quickPhotos(
  scene: Scene,
  words: readonly Inked[],
): Promise<Map<string, ScenePhoto>> {
  const photos = new Map<string, ScenePhoto>();
  for (const layer of scene.layers)
    if (layer.kind === 'photo' && words.some(({ ink }) => overlap(ink, edgesOf(layer))))
      photos.set(photoRequest(layer).key, await cutPhoto(layer));
  return photos;
}

function edgesOf({ box }: PhotoLayer) {
  const { xPx, yPx, widthPx, heightPx } = box;
  return { left: xPx, right: xPx + widthPx, top: yPx, bottom: yPx + heightPx };
}

export async function cutPhoto(layer: PhotoLayer): Promise<ScenePhoto> {
  const request = photoRequest(layer);
  const file = sharp(join(resources, 'sample-shop/photos', request.photoId)).toColourspace('srgb');
  const { width: sourceWidth, height: sourceHeight } = await file.metadata();
  const crop = coverCrop({ widthPx: sourceWidth, heightPx: sourceHeight }, request);
  const cut = { left: crop.leftPx, top: crop.topPx, width: crop.widthPx, height: crop.heightPx };
  const { widthPx, heightPx } = request;
  const sized = file.extract(cut).resize(widthPx, heightPx, { fit: 'fill' });
  const toned = request.tone ? sized.modulate({ saturation: 0 }) : sized;
  const data = await toned.ensureAlpha().raw().toBuffer();
  const image = createCanvas(widthPx, heightPx);
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  image.getContext('2d').putImageData(new ImageData(pixels, widthPx, heightPx), 0, 0);
  return { image, widthPx, heightPx };
}
