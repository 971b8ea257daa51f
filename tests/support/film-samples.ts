// What the video styles are filled with in tests and on their contact sheets.
import type { VideoItem, VideoSlots } from '../../shared/scene/template.ts';
import { templatePhotos } from './template-samples.ts';

const { light, dark, busy, print, pink, tall } = templatePhotos;

const items: VideoItem[] = [
  {
    ...{ photo: dark, title: 'Hibiscus rouge', price: '24,90\u00A0€', oldPrice: '29,90\u00A0€' },
    ...{ percentOff: 17, productId: 'p1', language: 'fr' },
  },
  {
    ...{ photo: light, title: 'Arum d’Éthiopie', price: '18,00\u00A0€', oldPrice: '24,00\u00A0€' },
    ...{ percentOff: 25, productId: 'p2', language: 'fr' },
  },
  {
    ...{
      photo: print,
      title: 'Affiche Campanule',
      price: '12,00\u00A0€',
      oldPrice: '20,00\u00A0€',
    },
    ...{ percentOff: 40, productId: 'p3', language: 'fr' },
  },
  {
    ...{ photo: pink, title: 'Impatiens rose', price: '6,90\u00A0€', oldPrice: '8,50\u00A0€' },
    ...{ percentOff: 18, productId: 'p4', language: 'fr' },
  },
  {
    ...{ photo: tall, title: 'Pied-d’alouette', price: '4,50\u00A0€', productId: 'p5' },
    language: 'fr',
  },
];

const lines = [
  'Posez le carton à plat et coupez le ruban.',
  'Sortez le pot en le tenant par sa base.',
  'Arrosez d’un verre d’eau, puis laissez-le se reposer une heure.',
  'Placez-le près d’une fenêtre, sans soleil direct.',
];
const facts = [
  'Des fleurs de 12\u00A0cm, de mai à octobre.',
  'Cultivé dans notre serre, sans traitement.',
  'Livré avec son pot de terre cuite.',
];
const quotes = [
  {
    text: 'Des plantes vigoureuses, et des conseils qui font qu’elles le restent.',
    author: 'Camille R.',
    stars: 5,
  },
  { text: 'Arrivée impeccable, emballée avec un soin rare.', author: 'Yanis', stars: 5 },
  { text: 'Trois mois plus tard, elle fleurit encore.', author: 'Maud L.', stars: 4 },
];

/** A film that has something to say in this style. */
export function sampleFilmSlots(styleId: string): VideoSlots {
  return {
    items: itemsFor(styleId),
    ...{ seconds: 15, callToAction: 'Commander en message privé', language: 'fr' },
  };
}

function itemsFor(styleId: string): VideoItem[] {
  const three = items.slice(0, 3);
  switch (styleId) {
    case 'detail':
      return three.map((item) => ({
        ...item,
        lines: facts,
        productId: 'p1',
        title: 'Hibiscus rouge',
      }));
    case 'deballage':
    case 'pas-a-pas':
      return items.slice(0, 4).map((item) => ({ ...item, lines }));
    case 'avis-video':
      return three.map((item, index) => ({ ...item, quote: quotes[index] }));
    case 'avant-apres-video':
      return three.map((item, index) => ({ ...item, beforePhoto: [busy, tall, dark][index] }));
    default:
      return items.slice(0, 4);
  }
}

/** Many products of hard words: long names, Arabic, prices of six digits. */
export function hardFilmSlots(count: number, seconds: number): VideoSlots {
  const titles = [
    'Chrysanthème d’automne à grandes fleurs jaune doré, pot de terre cuite Ø\u00A021\u00A0cm',
    'Thé',
    'زهرة الكركديه الحمراء الكبيرة',
  ];
  const photos = Object.values(templatePhotos);
  return {
    items: Array.from({ length: count }, (_, index) => ({
      photo: photos[index % photos.length] ?? light,
      title: titles[index % titles.length] ?? '',
      price: index % 2 === 0 ? '12\u202F500,00\u00A0€' : '3\u00A0€',
      oldPrice: index % 2 === 0 ? '14\u202F900,00\u00A0€' : '4\u00A0€',
      percentOff: 16,
      productId: `p${index}`,
      language: 'fr',
    })),
    ...{ seconds, callToAction: 'Commander en message privé', language: 'fr' },
  };
}
