import { readableOn, withAlpha } from '../../colours.ts';
import { veilAlpha } from '../../lightness.ts';
import type { Layer, ShapeLayer } from '../../scene.ts';
import {
  block,
  logoLayer,
  priceLayer,
  serifLight,
  shade,
  textStyle,
  titleLayer,
  veil,
} from '../../templates/parts.ts';
import { standingLogo } from '../standing-logo.ts';
import type { VideoPlace } from '../../templates/video-parts.ts';
import type { FilmStyle, PartPlace } from '../film-style.ts';
import { closingLayers } from '../closing-layers.ts';
import { textLayers } from '../plain-parts.ts';
import { paletteOf } from '../../templates/palette.ts';
import { spokenIn, visualLayer } from '../lay-parts.ts';
import { planShots } from '../plan-shots.ts';

const straw = '#F7DFA8';

/** The shop window: photos edge to edge, moving slowly, melting into each other on the beat. */
export const vitrine: FilmStyle = {
  id: 'vitrine',
  names: { fr: 'Vitrine', en: 'Shop window' },
  formats: ['9:16', '4:5', '1:1', '16:9', '1.91:1'],
  roles: ['product', 'opening', 'full', 'text', 'closing'],
  slots: {
    opening: ['headline'],
    full: ['title', 'price', 'oldPrice'],
  },
  transition: { kind: 'cross-fade', durationMs: 400 },
  ground: ({ colours }) => colours.ground,
  plan: (slots) => planShots(slots, { plainRole: 'full' }),
  lay(at) {
    if (at.part.role === 'opening') return openingLayers(at);
    if (at.part.role === 'closing') return closingLayers(at);
    if (at.part.role === 'text') return textLayers(at, paletteOf(at.brand, 'ground'), 'rise');
    return shotLayers(at);
  },
  standing({ place, brand, parts }) {
    const logo = standingLogo(place, brand, '#FFFFFF');
    const shots = parts.filter(({ role }) => role !== 'opening' && role !== 'closing');
    const inMs = shots[0]?.startMs;
    const outMs = shots.at(-1)?.endMs;
    if (!logo || inMs === undefined || outMs === undefined) return [];
    const fades = { durationMs: 300 };
    const motions: Layer['motions'] = [
      { kind: 'fade', when: 'in', ...fades },
      { kind: 'fade', when: 'out', ...fades },
    ];
    return [{ ...logo, inMs, outMs, motions }];
  },
};

/** The first photo behind a veil of the shop's colour, with the logo large and what it is about. */
function openingLayers(at: PartPlace): (Layer | undefined)[] {
  const { place, brand, part, photo } = at;
  const { frame, centred } = place;
  const { ground, paper } = brand.colours;
  const words = readableOn(paper, ground);
  const alpha = veilAlpha(words, ground, photo?.lightness, 0.6);
  const middle = frame.height / 2;
  const headline = part.words.headline?.trim();
  const logoTop = headline ? middle - 34 : middle - 9;
  const logo = logoLayer(frame, brand, frame.box(centred.x, logoTop, centred.width, 18), {
    ...{ size: headline ? 8 : 13, align: 'center', colour: words },
  });
  return [
    block('ground', frame.whole, ground),
    visualLayer(at, frame.whole),
    block('veil', frame.whole, withAlpha(ground, alpha)),
    logo,
    headline
      ? {
          ...{ id: 'headline', kind: 'text', text: headline },
          box: frame.box(centred.x, middle - 14, centred.width, 40),
          style: textStyle(frame, {
            ...{ size: 12.5, min: 5, font: serifLight, colour: words, lines: 3 },
            ...{ align: 'center', vertical: 'middle' },
          }),
        }
      : undefined,
  ];
}

function shotLayers(at: PartPlace): (Layer | undefined)[] {
  const { place, part, photo, brand } = at;
  const { frame, left, width } = place;
  const { title = '', price, oldPrice } = part.words;
  const end = wordsEnd(place);
  const isWide = frame.shape === 'wide';
  const priceTall = price === undefined ? 0 : 12;
  const titleTall = isWide || frame.shape === 'story' ? 28 : 34;
  const titleTop = end - priceTall - titleTall;
  const rise = { dxPx: 0, dyPx: frame.px(4) };
  const named = titleLayer(frame, { title }, frame.box(left, titleTop, width, titleTall), {
    ...{ size: isWide ? 12 : 11.5, min: 5.4, lines: 2, colour: '#FFFFFF' },
  });
  const priced = priceLayer(
    frame,
    { ...(price === undefined ? {} : { price }), ...(oldPrice === undefined ? {} : { oldPrice }) },
    frame.box(left, end - priceTall, width, priceTall),
    { size: 9.4, colour: straw },
    { oldColour: '#F3EBDD' },
  );
  return [
    block('ground', frame.whole, brand.colours.ground),
    visualLayer(at, frame.whole),
    ...veils(place, end - priceTall - titleTall * 0.75, photo?.lightness),
    title === '' ? undefined : spokenIn(named, 1, at, rise),
    priced && spokenIn(priced, 2, at, rise),
  ];
}

/** In a story the words follow the logo at the head: so the photo below them stays as it is. */
function wordsEnd({ frame, top, end }: VideoPlace): number {
  return frame.shape === 'story' ? top + 51 : end;
}

/** Behind the words from their top to the foot and behind the standing logo; in a story one from the
 *  head to the words' end. */
function veils(place: VideoPlace, wordsTop: number, lightness: number | undefined): ShapeLayer[] {
  const { frame, top } = place;
  const alpha = veilAlpha(straw, shade, lightness, 0.45);
  if (frame.shape === 'story') {
    const tall = wordsEnd(place) + 24;
    return [veil(frame.box(0, 0, frame.width, tall), 'top', 24 / tall, alpha)];
  }
  const start = wordsTop - 26;
  const tall = frame.height - start;
  const head = top + 27.5;
  const headAlpha = veilAlpha('#FFFFFF', shade, lightness, 0.2);
  return [
    veil(frame.box(0, 0, frame.width, head), 'top', 18 / head, headAlpha),
    veil(frame.box(0, start, frame.width, tall), 'foot', 30 / tall, alpha),
  ];
}
