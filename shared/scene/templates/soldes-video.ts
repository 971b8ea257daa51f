import type { ClassicFormat, Language } from '../../contract/shapes.ts';
import { nearestClassic, type BadgeLayer, type Layer } from '../scene.ts';
import type { VideoItem, VideoSlots, VideoTemplate } from '../template.ts';
import { block, logoLayer, photoLayer, priceLayer, serif, textStyle, titleLayer } from './parts.ts';
import { planCuts, type CutPlan } from './plan-cuts.ts';
import { brick, cream, percentText } from './soldes.ts';
import { headlineLayer, outroLayers } from './video-ends.ts';
import {
  during,
  fadeIn,
  meltMs,
  fadeOut,
  spoken,
  travelOf,
  videoPlace,
  videoScene,
  type VideoPlace,
} from './video-parts.ts';

type Place = readonly [x: number, y: number, width: number, height: number];
type Layout = { photo: Place; title: Place; price: Place; logo: Place; off: Place };

const layouts: Record<ClassicFormat, Layout> = {
  '1:1': {
    photo: [0, 0, 100, 58],
    title: [8, 60, 84, 13],
    price: [8, 73, 84, 12],
    logo: [8, 86.5, 84, 8],
    off: [56, 6, 38, 15],
  },
  '4:5': {
    photo: [0, 0, 100, 76],
    title: [8, 78, 84, 15],
    price: [8, 93, 84, 14],
    logo: [8, 110, 84, 8],
    off: [56, 6, 38, 16],
  },
  '9:16': {
    photo: [0, 66, 100, 111.8],
    title: [7, 34.5, 80, 15],
    price: [7, 50, 80, 13],
    logo: [7, 25.6, 80, 8],
    off: [45, 97, 42, 18],
  },
  '1.91:1': {
    photo: [0, 0, 100, 100],
    title: [109, 12, 74, 40],
    price: [109, 54, 74, 17],
    logo: [109, 80, 74, 10],
    off: [58, 6, 36, 15],
  },
};

const words: Record<Language, { sale: string; upTo(percent: string): string }> = {
  fr: { sale: 'Soldes', upTo: (percent) => `jusqu’à ${percent}` },
  en: { sale: 'Sale', upTo: (percent) => `up to ${percent}` },
};

/** A sale: the old price stands, is struck through, and the new one drops in beside it. */
export const soldesVideo: VideoTemplate = {
  id: 'soldes-video',
  kind: 'video',
  names: { fr: 'Prix en baisse', en: 'Price drop' },
  formats: ['1:1', '4:5', '9:16', '1.91:1'],
  slots: ['photo', 'title', 'price', 'oldPrice', 'logo', 'callToAction', 'music'],
  fill(slots, format, brand) {
    const place = videoPlace(format, brand.fonts);
    const { frame } = place;
    const plan = planCuts(slots.items.length, slots.seconds, slots.track);
    const look = { ground: brick, words: cream, accent: cream };
    const logo = logoLayer(frame, brand, frame.box(...layouts[nearestClassic(format)].logo), {
      size: format === '1.91:1' ? 6.6 : 5.4,
      colour: cream,
    });
    return videoScene(frame, brick, plan, slots, [
      ...opening(place, slots, plan),
      ...slots.items.flatMap((item, index) => shotLayers(place, item, index, plan)),
      logo && { ...logo, inMs: plan.introEndMs, motions: [fadeIn(300)] },
      ...outroLayers(place, slots, brand, plan, look),
    ]);
  },
};

function opening(place: VideoPlace, slots: VideoSlots, plan: CutPlan): (Layer | undefined)[] {
  const { frame } = place;
  const middle = frame.height / 2;
  const most = Math.max(0, ...slots.items.map((item) => item.percentOff ?? 0));
  const said = words[slots.language];
  const upTo = headlineLayer(
    place,
    most > 0 ? said.upTo(percentText(most, slots.language)) : undefined,
    plan,
    cream,
    {
      size: 10,
      place: [place.centred.x, middle + 6, place.centred.width, 20],
      align: 'center',
      vertical: 'top',
    },
  );
  return [
    headlineLayer(place, slots.headline ?? said.sale, plan, cream, {
      size: 28,
      place: [place.centred.x, middle - 38, place.centred.width, 44],
      align: 'center',
      vertical: upTo ? 'bottom' : 'middle',
    }),
    upTo && { ...upTo, id: 'up-to' },
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
  const { frame } = place;
  const layout = layouts[nearestClassic(frame.format)];
  const melt = meltMs(shot);
  const outMs = Math.min(shot.endMs + melt, plan.durationMs);
  const wide = frame.format === '1.91:1';
  const photo = { ...photoLayer(item.photo, frame.box(...layout.photo)), travel: travelOf(index) };
  const title = titleLayer(frame, item, frame.box(...layout.title), {
    size: wide ? 10.5 : 8,
    min: 4.6,
    colour: cream,
    lines: wide ? 3 : 2,
  });
  const sheet = block('sheet', frame.whole, brick);
  return [
    during(sheet, `sheet-${index}`, shot.startMs, outMs, [fadeIn(melt)]),
    during(photo, `photo-${index}`, shot.startMs, outMs, [fadeIn(melt)]),
    spoken(title, `title-${index}`, shot, { dxPx: 0, dyPx: frame.px(4), delayShare: 0.3 }),
    ...priceLayers(place, item, index, shot),
    offBadge(place, item, index, shot, outMs),
  ];
}

/** First the old price alone, then both: the new one is large and comes with a small bounce of size. */
function priceLayers(
  place: VideoPlace,
  item: VideoItem,
  index: number,
  shot: { startMs: number; endMs: number },
): (Layer | undefined)[] {
  const { frame } = place;
  const box = frame.box(...layouts[nearestClassic(frame.format)].price);
  const size = frame.format === '1.91:1' ? 12 : 10;
  const choice = { size, colour: cream, vertical: 'middle' } as const;
  const melt = meltMs(shot);
  const both = priceLayer(frame, item, box, choice);
  if (!both || item.oldPrice === undefined)
    return [both && spoken(both, `price-${index}`, shot, { dxPx: 0, dyPx: 0, delayShare: 0.5 })];
  const before = priceLayer(frame, { price: item.oldPrice }, box, choice);
  const dropMs = shot.startMs + Math.round((shot.endMs - shot.startMs) * 0.35);
  return [
    before && during(before, `before-${index}`, shot.startMs, dropMs, [fadeIn(melt, melt * 0.5)]),
    during(both, `price-${index}`, dropMs, shot.endMs, [
      { kind: 'scale', when: 'in', fromScale: 0.92, durationMs: melt },
      fadeIn(melt / 2),
      fadeOut(melt / 2),
    ]),
  ];
}

function offBadge(
  place: VideoPlace,
  item: VideoItem,
  index: number,
  shot: { startMs: number; endMs: number },
  outMs: number,
): Layer | undefined {
  if (!item.percentOff) return undefined;
  const { frame } = place;
  const melt = meltMs(shot);
  const layer: BadgeLayer = {
    id: 'off',
    kind: 'badge',
    text: percentText(item.percentOff, item.language),
    shape: { kind: 'rounded', radiusPx: frame.px(2) },
    fill: brick,
    paddingPx: { xPx: frame.px(4), yPx: frame.px(1.5) },
    box: frame.box(...layouts[nearestClassic(frame.format)].off),
    style: textStyle(frame, {
      size: 9,
      font: serif,
      colour: cream,
      align: 'end',
      vertical: 'middle',
    }),
  };
  const dropMs = shot.startMs + Math.round((shot.endMs - shot.startMs) * 0.35);
  return during(layer, `off-${index}`, dropMs, outMs, [
    { kind: 'scale', when: 'in', fromScale: 0.8, durationMs: melt },
    fadeIn(melt / 2),
  ]);
}
