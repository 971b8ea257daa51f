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

/** The number stands on the edge of the photo, as a stamp. */
type Layout = { photo: Area; number: Area; words: Area; size: number };

const layouts: Layouts<Layout> = {
  story: (_width, height) => ({
    ...{ photo: area(0, 69, 100, height - 69), number: area(7, 58, 22, 22) },
    ...{ words: area(7, 27, 80, 29), size: 8.6 },
  }),
  tall: (_width, height) => ({
    ...{ photo: area(0, 0, 100, height - 47), number: area(7, height - 58, 22, 22) },
    ...{ words: area(7, height - 34, 86, 28), size: 7.8 },
  }),
  square: () => ({
    ...{ photo: area(0, 0, 50, 100), number: area(39, 9, 22, 22), words: area(56, 36, 38, 56) },
    size: 7.4,
  }),
  wide: (width) => ({
    ...{ photo: area(width * 0.5, 0, width * 0.5, 100), number: area(width * 0.5 - 12, 9, 24, 24) },
    ...{ words: area(9, 20, width * 0.5 - 23, 64), size: 9.6 },
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
  const isBeside = photo.height >= frame.height;
  const hasTitle = (title ?? '').trim() !== '';
  const list: Words[] = [
    {
      ...{ id: 'title', text: title, size, min: 3.8, lines: isBeside ? 5 : 3, gap: size * 0.2 },
      ...{ colour: palette.ink, font: hasText ? serif : serifLight },
    },
    {
      ...{
        id: 'text',
        text,
        size: hasTitle ? size * 0.66 : size,
        min: 3.2,
        lines: 6,
      },
      ...{ colour: palette.ink, spacing: hasTitle ? 0 : -0.01 },
      ...(hasTitle ? { font: sansBody, lineHeight: 1.28 } : { font: serifLight, lineHeight: 1.16 }),
    },
  ];
  return [
    ...splitLayers(at, {
      ...{ photo, words, list, ground: palette.ground, photoComes: 'drop', how: 'from-end' },
      ...{
        from: 2,
        vertical: frame.shape === 'story' || frame.shape === 'wide' ? 'middle' : 'top',
      },
    }),
    ...numberLayers(at, number, palette),
  ];
}

/** Which step it is, on a disc that pops up; a rim of the ground keeps it from any photo. */
function numberLayers(at: PartPlace, where: Area, { ink, ground }: Palette): Layer[] {
  const { x, y, width, height } = where;
  const rim = area(x - 1.6, y - 1.6, width + 3.2, height + 3.2);
  const count: Words = {
    ...{ id: 'number', text: `${at.nth}`, size: where.height * 0.56, colour: ground },
    ...{ font: serif, spacing: 0 },
  };
  return [
    come(disc(at.place.frame, 'rim', rim, ground), 'pop', 0, at),
    come(disc(at.place.frame, 'disc', where, ink), 'pop', 0, at),
    ...sayWords(at, where, [count], { how: 'pop', from: 0.5, align: 'center', vertical: 'middle' }),
  ];
}

/** Out of the parcel: the product large, its name and price. */
function shownLayers(at: PartPlace, palette: Palette): (Layer | undefined)[] {
  const { frame } = at.place;
  const { photo, words, size } = layoutFor(frame, layouts);
  const isBeside = photo.height >= frame.height;
  const where = isBeside ? area(words.x, 9, words.width, 82) : words;
  return splitLayers(at, {
    ...{ photo, words: where, ground: palette.ground, photoComes: 'drop', how: 'rise', from: 2 },
    ...{ list: shotWords(at, size * 1.2, palette), vertical: 'middle' },
  });
}
