import { readableOn } from '../colours.ts';
import { veilAlpha } from '../lightness.ts';
import type { Layer } from '../scene.ts';
import type { Brand, VideoItem, VideoSlots, VideoTemplate } from '../template.ts';
import { photoLayer, priceLayer, shade, titleLayer, veil } from './parts.ts';
import { planCuts, type CutPlan } from './plan-cuts.ts';
import { headlineLayer, outroLayers, standingLogo } from './video-ends.ts';
import {
  during,
  fadeIn,
  meltMs,
  slideIn,
  travelOf,
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
    const place = videoPlace(format);
    const plan = planCuts(slots.items.length, slots.seconds, slots.track);
    const { ground, paper, accent } = brand.colours;
    const words = readableOn(paper, ground);
    const look = { ground, words, accent: readableOn(accent, ground, 3) };
    return videoScene(place.frame, ground, plan, slots, [
      ...opening(place, slots, brand, plan, words),
      ...slots.items.flatMap((item, index) => shotLayers(place, item, index, plan)),
      topVeilOver(place, slots, plan),
      standing(place, brand, plan),
      ...outroLayers(place, slots, brand, plan, look),
    ]);
  },
};

function opening(
  place: VideoPlace,
  slots: VideoSlots,
  brand: Brand,
  plan: CutPlan,
  words: string,
): (Layer | undefined)[] {
  const headline = slots.headline ?? brand.logoText;
  const wide = place.frame.format === '1.91:1';
  return [
    headlineLayer(place, headline, plan, words, { size: wide ? 17 : 15, tall: wide ? 60 : 70 }),
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
  const { frame, left, width, end } = place;
  const melt = meltMs(shot);
  const outMs = Math.min(shot.endMs + melt, plan.durationMs);
  const wide = frame.format === '1.91:1';
  const price = 12;
  const titleTall = wide ? 30 : 34;
  const start = end - price - titleTall * 0.75 - 26;
  const tall = frame.height - start;
  const alpha = veilAlpha(straw, shade, item.photo.lightness, 0.45);
  const wordsOut = shot.endMs;
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
  const photo = { ...photoLayer(item.photo, frame.whole), travel: travelOf(index) };
  const dark = veil(frame.box(0, start, frame.width, tall), 'foot', 30 / tall, alpha);
  return [
    during(photo, `photo-${index}`, shot.startMs, outMs, [fadeIn(melt)]),
    during(dark, `veil-${index}`, shot.startMs, outMs, [fadeIn(melt)]),
    during(title, `title-${index}`, shot.startMs, wordsOut, slideIn(0, rise, melt, melt * 0.4)),
    priced &&
      during(priced, `price-${index}`, shot.startMs, wordsOut, slideIn(0, rise, melt, melt * 0.8)),
  ];
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
