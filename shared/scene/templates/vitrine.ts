import { readableOn, withAlpha } from '../colours.ts';
import { veilAlpha } from '../lightness.ts';
import type { Layer, ShapeLayer } from '../scene.ts';
import type { Brand, VideoItem, VideoSlots, VideoTemplate } from '../template.ts';
import { block, logoLayer, photoLayer, priceLayer, shade, titleLayer, veil } from './parts.ts';
import { planCuts, type CutPlan } from './plan-cuts.ts';
import { headlineLayer, outroLayers, standingLogo } from './video-ends.ts';
import {
  during,
  fadeIn,
  meltMs,
  fadeOut,
  spoken,
  travelOfShot,
  videoPlace,
  videoScene,
  type VideoPlace,
} from './video-parts.ts';

const straw = '#F7DFA8';

/** The shop window: photos edge to edge, moving slowly, melting into each other on the beat. */
export const vitrine: VideoTemplate = {
  id: 'vitrine',
  kind: 'video',
  names: { fr: 'Vitrine', en: 'Shop window' },
  formats: ['1:1', '4:5', '9:16', '1.91:1'],
  slots: ['photo', 'title', 'price', 'oldPrice', 'logo', 'callToAction', 'music'],
  fill(slots, format, brand) {
    const place = videoPlace(format, brand.fonts);
    const plan = planCuts(slots.items.length, slots.seconds, slots.track);
    const { ground, paper, accent } = brand.colours;
    const words = readableOn(paper, ground);
    const look = { ground, words, accent: readableOn(accent, ground, 3) };
    return videoScene(place.frame, ground, plan, slots, [
      ...slots.items.flatMap((item, index) => shotLayers(place, item, index, plan)),
      ...opening(place, slots, brand, plan, words),
      place.frame.shape === 'story' ? undefined : topVeilOver(place, slots, plan),
      standing(place, brand, plan),
      ...outroLayers(place, slots, brand, plan, look),
    ]);
  },
};

/** The first photo behind a veil of the shop's colour, with the logo large and what it is about. */
function opening(
  place: VideoPlace,
  slots: VideoSlots,
  brand: Brand,
  plan: CutPlan,
  words: string,
): (Layer | undefined)[] {
  const { frame } = place;
  const { ground } = brand.colours;
  const first = slots.items[0];
  const alpha = veilAlpha(words, ground, first?.photo.lightness, 0.6);
  const melt = Math.min(400, Math.round(plan.introEndMs / 3));
  const dim = block('opening-veil', frame.whole, withAlpha(ground, alpha));
  const middle = frame.height / 2;
  const hasHeadline = slots.headline !== undefined && slots.headline.trim() !== '';
  const logoTop = hasHeadline ? middle - 34 : middle - 9;
  const logo = logoLayer(
    frame,
    brand,
    frame.box(place.centred.x, logoTop, place.centred.width, 18),
    {
      size: hasHeadline ? 8 : 13,
      align: 'center',
      colour: words,
    },
  );
  return [
    { ...dim, outMs: plan.introEndMs, motions: [fadeOut(melt)] },
    logo && { ...logo, id: 'opening-logo', outMs: plan.introEndMs, motions: [fadeOut(melt / 2)] },
    headlineLayer(place, slots.headline, plan, words, {
      size: 12.5,
      place: [place.centred.x, middle - 14, place.centred.width, 40],
      align: 'center',
    }),
  ];
}

function shotLayers(
  place: VideoPlace,
  item: VideoItem,
  index: number,
  plan: CutPlan,
): (Layer | undefined)[] {
  const shot = plan.shots[index];
  if (!shot) return [];
  const { frame, left, width } = place;
  const end = wordsEnd(place);
  const melt = meltMs(shot);
  const outMs = Math.min(shot.endMs + melt, plan.durationMs);
  const wide = frame.format === '1.91:1';
  const price = 12;
  const titleTall = wide || frame.shape === 'story' ? 28 : 34;
  const alpha = veilAlpha(straw, shade, item.photo.lightness, 0.45);
  const rise = frame.px(4);
  const title = titleLayer(
    frame,
    item,
    frame.box(left, end - price - titleTall, width, titleTall),
    {
      size: wide ? 12 : 11.5,
      min: 5.4,
      lines: 2,
      colour: '#FFFFFF',
    },
  );
  const priced = priceLayer(
    frame,
    item,
    frame.box(left, end - price, width, price),
    { size: 9.4, colour: straw },
    { oldColour: '#F3EBDD' },
  );
  const still = photoLayer(item.photo, frame.whole);
  const photo = { ...still, travel: travelOfShot(index, still.box, outMs - shot.startMs) };
  const dark = veilOf(place, end - price - titleTall * 0.75, alpha);
  return [
    // The first photo is there from the first frame on, under the opening.
    index === 0
      ? during(photo, 'photo-0', 0, outMs, [])
      : during(photo, `photo-${index}`, shot.startMs, outMs, [fadeIn(melt)]),
    during(dark, `veil-${index}`, shot.startMs, outMs, [fadeIn(melt)]),
    spoken(title, `title-${index}`, shot, { dxPx: 0, dyPx: rise, delayShare: 0.5 }),
    priced && spoken(priced, `price-${index}`, shot, { dxPx: 0, dyPx: rise, delayShare: 0.9 }),
  ];
}

/** In a story the words follow the logo at the head: so the photo below them stays as it is. */
function wordsEnd({ frame, top, end }: VideoPlace): number {
  return frame.shape === 'story' ? top + 51 : end;
}

/** Behind the words of one shot: from their top to the foot, in a story from the head to their end. */
function veilOf(place: VideoPlace, wordsTop: number, alpha: number): ShapeLayer {
  const { frame } = place;
  if (frame.shape === 'story') {
    const tall = wordsEnd(place) + 24;
    return veil(frame.box(0, 0, frame.width, tall), 'top', 24 / tall, alpha);
  }
  const start = wordsTop - 26;
  const tall = frame.height - start;
  return veil(frame.box(0, start, frame.width, tall), 'foot', 30 / tall, alpha);
}

/** One veil for the standing logo, dark enough for the lightest photo of all. */
function topVeilOver(place: VideoPlace, slots: VideoSlots, plan: CutPlan): Layer {
  const { frame, top } = place;
  const lightest = Math.max(...slots.items.map((item) => item.photo.lightness ?? 1));
  const alpha = veilAlpha('#FFFFFF', shade, lightest, 0.2);
  const tall = top + 9.5 + 18;
  return {
    ...veil(frame.box(0, 0, frame.width, tall), 'top', 18 / tall, alpha),
    inMs: plan.introEndMs,
    outMs: plan.durationMs,
    motions: [fadeIn(300)],
  };
}

function standing(place: VideoPlace, brand: Brand, plan: CutPlan): Layer | undefined {
  const layer = standingLogo(place, brand, '#FFFFFF');
  return layer && { ...layer, inMs: plan.introEndMs, motions: [fadeIn(300)] };
}
