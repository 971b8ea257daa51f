import type { Layer, Motion } from '../../scene.ts';
import type { VideoSlots } from '../../template.ts';
import { area, boxOf, disc } from '../../templates/compose.ts';
import type { Area } from '../../templates/frame.ts';
import { paletteOf, type Palette } from '../../templates/palette.ts';
import { block, sansBody, serif, serifLight } from '../../templates/parts.ts';
import type { Words } from '../../templates/stack-words.ts';
import { come } from '../come.ts';
import { closingOn } from '../closing-layers.ts';
import type { FilmPart, FilmWords } from '../film.ts';
import type { FilmStyle, PartPlace } from '../film-style.ts';
import { visualLayer, wordsOf } from '../lay-parts.ts';
import {
  fullLayers,
  layoutFor,
  type Layouts,
  splitLayers,
  splitLine,
  textLayers,
  videoFormats,
} from '../plain-parts.ts';
import { planShots } from '../plan-shots.ts';
import { headWords, sayWords, shotWords } from '../say-words.ts';

type Layout = { photo: Area; number: Area; words: Area; size: number };

const layouts: Layouts<Layout> = {
  story: (_width, height) => ({
    ...{ number: area(7, 27, 24, 24), words: area(35, 27, 52, 32), size: 8 },
    photo: area(7, 64, 86, height - 71),
  }),
  tall: (_width, height) => ({
    ...{ photo: area(7, 7, 86, 78), number: area(7, 91, 22, 22), size: 7.6 },
    words: area(34, 88, 58, height - 95),
  }),
  square: () => ({
    ...{ photo: area(6, 6, 50, 88), number: area(62, 10, 22, 22), words: area(62, 36, 32, 56) },
    size: 6.8,
  }),
  wide: (width) => ({
    ...{ photo: area(width * 0.5, 8, width * 0.5 - 8, 84), number: area(9, 12, 26, 26) },
    ...{ words: area(9, 42, width * 0.5 - 20, 46), size: 9.4 },
  }),
};

/** A parcel is opened: its lid parts, then one thing after another comes out. */
export const deballage: FilmStyle = {
  id: 'deballage',
  names: { fr: 'Déballage', en: 'Unboxing' },
  formats: videoFormats,
  roles: ['step', 'opening', 'product', 'full', 'text', 'closing'],
  slots: { opening: ['headline'] },
  transition: { kind: 'slide', side: 'bottom', durationMs: 560 },
  ground: (brand) => paletteOf(brand, 'tint').ground,
  plan: planSteps,
  lay(at) {
    const palette = paletteOf(at.brand, 'tint');
    switch (at.part.role) {
      case 'opening':
        return lidLayers(at);
      case 'closing':
        return closingOn(at, 'accent');
      case 'full':
        return fullLayers(at);
      case 'text':
        return textLayers(at, palette, 'drop');
      case 'product':
        return shownLayers(at, palette);
      default:
        return stepLayers(at, palette);
    }
  },
};

/** Each step is a line of the product; without lines it is a thing in the parcel. Last the whole product. */
function planSteps(slots: VideoSlots): FilmPart[] {
  const first = slots.items[0];
  const lines = first?.lines ?? [];
  const parts = planShots(slots, {
    headline: { fr: 'On déballe', en: 'Let’s open it' }[slots.language],
    role: 'step',
    words: (item, index): FilmWords => {
      const line = lines[index];
      return line === undefined ? wordsOf(item) : { text: line };
    },
  });
  const last = parts.findLastIndex(({ role }) => role === 'step');
  const shot = parts[last];
  if (!shot) return parts;
  const shown = slots.items[(last - 1) % Math.max(1, slots.items.length)];
  return parts.with(last, { ...shot, role: 'product', words: shown ? wordsOf(shown) : {} });
}

/** Two flaps of a box, shut at first; they go to both sides and leave the photo. */
function lidLayers(at: PartPlace): (Layer | undefined)[] {
  const { frame, centred, top, end } = at.place;
  const palette = paletteOf(at.brand, 'accent');
  const opensMs = Math.round(Math.min(700, at.durationMs * 0.45));
  const shutMs = at.durationMs - opensMs;
  const half = frame.width / 2;
  const where = { x: centred.x, y: top + 10, width: centred.width, height: end - top - 20 };
  const opens = (side: 'left' | 'right'): Motion[] => [
    { kind: 'wipe', when: 'out', side, durationMs: opensMs, easing: 'ease-in-out' },
  ];
  const flap = (side: 'left' | 'right'): Layer => ({
    ...block(
      `flap-${side}`,
      boxOf(frame, area(side === 'left' ? 0 : half, 0, half, frame.height)),
      palette.ground,
    ),
    ...{ outMs: at.durationMs, motions: opens(side) },
  });
  const list = headWords(
    { part: { ...at.part, words: { headline: at.part.words.headline } } },
    ...([frame.shape === 'wide' ? 22 : 17, palette] as const),
  );
  const words = sayWords(at, where, list, { how: 'there', align: 'center', vertical: 'middle' });
  return [
    block('ground', frame.whole, palette.ground),
    visualLayer(at, frame.whole),
    flap('left'),
    flap('right'),
    ...splitLine(at, where, palette.line).map((line) => ({ ...line, outMs: shutMs })),
    ...words.map((layer) => ({ ...layer, outMs: shutMs })),
  ];
}

function stepLayers(at: PartPlace, palette: Palette): (Layer | undefined)[] {
  const { frame } = at.place;
  const { photo, number, words, size } = layoutFor(frame, layouts);
  const { title, text } = at.part.words;
  const hasText = (text ?? '').trim() !== '';
  const list: Words[] = [
    {
      ...{ id: 'title', text: title, size, min: 3.8, lines: 3, gap: size * 0.2 },
      ...{ colour: palette.ink, font: hasText ? serif : serifLight },
    },
    {
      ...{
        id: 'text',
        text,
        size: (title ?? '').trim() ? size * 0.66 : size * 0.86,
        min: 3.2,
        lines: 6,
      },
      ...{ colour: palette.ink, font: sansBody, lineHeight: 1.28, spacing: 0 },
    },
  ];
  const isBeside = frame.shape === 'story' || frame.shape === 'tall';
  return [
    ...splitLayers(at, {
      ...{ photo, words, list, ground: palette.ground, photoComes: 'drop', how: 'from-end' },
      ...{ from: 2, vertical: isBeside ? 'middle' : 'top' },
      clip: { kind: 'rounded', radiusPx: frame.px(3) },
    }),
    ...numberLayers(at, number, palette),
  ];
}

/** Which step it is, on a disc that pops up. */
function numberLayers(at: PartPlace, where: Area, { ink, ground }: Palette): Layer[] {
  const count: Words = {
    ...{ id: 'number', text: `${at.nth}`, size: where.height * 0.56, colour: ground },
    ...{ font: serif, spacing: 0 },
  };
  return [
    come(disc(at.place.frame, 'disc', where, ink), 'pop', 0, at),
    ...sayWords(at, where, [count], { how: 'pop', from: 0.5, align: 'center', vertical: 'middle' }),
  ];
}

/** Out of the parcel: the product large, its name and price. */
function shownLayers(at: PartPlace, palette: Palette): (Layer | undefined)[] {
  const { frame } = at.place;
  const { photo, number, words, size } = layoutFor(frame, layouts);
  const isBeside = frame.shape === 'story' || frame.shape === 'tall';
  const where = isBeside
    ? area(number.x, words.y, words.x + words.width - number.x, words.height)
    : area(words.x, number.y, words.width, words.y + words.height - number.y);
  return splitLayers(at, {
    ...{ photo, words: where, ground: palette.ground, photoComes: 'pop', how: 'rise', from: 2 },
    ...{ list: shotWords(at, size * 1.2, palette), vertical: 'middle' },
    clip: { kind: 'rounded', radiusPx: frame.px(3) },
  });
}
