import type { Brand, PictureSlots } from '../template.ts';
import { area, networkFormats, photoIn, pictureTemplate } from './compose.ts';
import { margin, type Area, type Frame } from './frame.ts';
import { logoLayer, serifLight, veil } from './parts.ts';
import { stackHeight, stackWords, type Words } from './stack-words.ts';

const rose = '#F0BFA9';
const wine = '#6E1F0E';
const umber = '#3F160B';

/** The price is the picture: large digits on a one-coloured print of the photo. */
export const chiffre = pictureTemplate(
  {
    id: 'chiffre',
    names: { fr: 'Chiffre', en: 'Figure' },
    formats: networkFormats,
    slots: ['photo', 'title', 'price', 'oldPrice', 'logo'],
  },
  (frame, slots, brand) => {
    const isWide = frame.shape === 'wide';
    const isStory = frame.shape === 'story';
    const words = wordsOf(frame);
    const list = listOf(slots, frame);
    const tall = stackHeight(words, list, frame);
    const print = isWide ? area(84, 0, frame.width - 84, 100) : frame.wholeArea;
    return {
      ground: rose,
      layers: [
        { ...photoIn(frame, slots.photo, print), tone: 'grey', blend: 'multiply' },
        isWide
          ? veil(frame.box(84, 0, 46, 100), 'left', 1, 1, rose)
          : isStory
            ? headVeil(frame, words.y + tall)
            : footVeil(frame, words.y + words.height - tall),
        logoTab(frame, brand),
        ...stackWords(frame, words, list, { vertical: isStory ? 'top' : 'bottom' }),
      ],
    };
  },
);

function wordsOf({ shape, words, height }: Frame): Area {
  if (shape === 'story') return area(margin, words.y + 14, 80, 66);
  if (shape === 'wide') return area(margin, 20, 82, 74);
  return area(margin, height - 74, 86, 68);
}

function listOf(slots: PictureSlots, { shape }: Frame): (Words | undefined)[] {
  const size = shape === 'wide' || shape === 'story' ? 10.6 : 9.4;
  const old = slots.oldPrice === undefined ? {} : { oldText: slots.oldPrice, oldColour: umber };
  return [
    {
      ...{ id: 'title', text: slots.title, size, min: 4.2, lines: 3, gap: 0.6 },
      ...{ colour: umber, font: serifLight },
    },
    slots.price === undefined
      ? undefined
      : {
          ...{ id: 'price', text: withoutEmptyCents(slots.price), size: 42, colour: wine },
          ...{ font: serifLight, spacing: -0.04, price: { big: true as const, ...old } },
        },
  ];
}

function footVeil(frame: Frame, wordsTop: number) {
  const fade = 26;
  const start = Math.max(0, wordsTop - fade);
  const tall = frame.height - start;
  return veil(frame.box(0, start, frame.width, tall), 'foot', (wordsTop - start) / tall, 0.9, rose);
}

function headVeil(frame: Frame, wordsFoot: number) {
  const fade = 26;
  const tall = wordsFoot + fade;
  return veil(frame.box(0, 0, frame.width, tall), 'top', fade / tall, 0.9, rose);
}

/** The logo on a tab of the paper's colour: the print beneath it may be black. */
function logoTab(frame: Frame, brand: Brand) {
  const box = frame.box(margin, frame.shape === 'story' ? frame.words.y : 5, 60, 11);
  const size = frame.format === '1.91:1' ? 6.6 : 5.6;
  const layer = logoLayer(frame, brand, box, { size, colour: umber });
  return layer && { ...layer, ground: { colour: rose, paddingPx: frame.px(margin) } };
}

/** `18,00 €` is `18 €`: on a poster the empty cents say nothing. */
export function withoutEmptyCents(price: string): string {
  return price.replace(/[.,]00(?!\d)/u, '');
}
