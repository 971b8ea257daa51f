import { readableOn } from '../colours.ts';
import type { ClassicFormat, Language } from '../../contract/shapes.ts';
import { nearestClassic, type Layer } from '../scene.ts';
import type { Brand, VideoItem, VideoSlots, VideoTemplate } from '../template.ts';
import { block, logoLayer, photoLayer, priceLayer, titleLayer } from './parts.ts';
import { planCuts, type CutPlan } from './plan-cuts.ts';
import { headlineLayer, type HeadlineLook, outroLayers } from './video-ends.ts';
import {
  during,
  fadeIn,
  meltMs,
  slideIn,
  spoken,
  travelOf,
  videoPlace,
  videoScene,
  type VideoPlace,
} from './video-parts.ts';

type Place = readonly [x: number, y: number, width: number, height: number];
type Layout = { photo: Place; logo: Place; title: Place; price: Place; size: number };

const layouts: Record<ClassicFormat, Layout> = {
  '1:1': {
    photo: [8, 17, 84, 54],
    logo: [8, 6, 84, 8],
    title: [8, 72.5, 84, 14],
    price: [8, 86, 84, 9],
    size: 8.4,
  },
  '4:5': {
    photo: [8, 20, 84, 72],
    logo: [8, 8, 84, 8],
    title: [8, 93.5, 84, 15],
    price: [8, 108, 84, 10],
    size: 9,
  },
  '9:16': {
    photo: [7, 64, 86, 106.8],
    logo: [7, 25.6, 80, 8],
    title: [7, 35, 80, 15],
    price: [7, 50.5, 80, 10],
    size: 9.4,
  },
  '1.91:1': {
    photo: [98, 0, 92.5, 100],
    logo: [10, 10, 80, 10],
    title: [10, 30, 80, 42],
    price: [10, 73, 80, 14],
    size: 13,
  },
};

const words: Record<Language, string> = { fr: 'Nouveautés', en: 'New in' };

/** New things: each photo comes from the side under an arch, its name slides in below. */
export const nouveautes: VideoTemplate = {
  id: 'nouveautes',
  kind: 'video',
  names: { fr: 'Nouveautés', en: 'New in' },
  formats: ['1:1', '4:5', '9:16', '1.91:1'],
  slots: ['photo', 'title', 'price', 'oldPrice', 'logo', 'callToAction', 'music'],
  fill(slots, format, brand) {
    const place = videoPlace(format, brand.fonts);
    const plan = planCuts(slots.items.length, slots.seconds, slots.track);
    const { ground, paper, accent } = brand.colours;
    const ink = readableOn(ground, paper);
    const look = {
      ground,
      words: readableOn(paper, ground),
      accent: readableOn(accent, ground, 3),
    };
    return videoScene(place.frame, paper, plan, slots, [
      ...opening(place, slots, plan, ink),
      ...slots.items.flatMap((item, index) => shotLayers(place, item, index, plan, brand, ink)),
      standing(place, brand, plan, ink),
      ...outroLayers(place, slots, brand, plan, look),
    ]);
  },
};

const openings: Record<ClassicFormat, { headline: HeadlineLook; arch: Place }> = {
  '1:1': {
    headline: { size: 15, place: [8, 10, 84, 24], align: 'center' },
    arch: [26, 38, 48, 62],
  },
  '4:5': {
    headline: { size: 16, place: [8, 13, 84, 26], align: 'center' },
    arch: [20, 45, 60, 80],
  },
  '9:16': {
    headline: { size: 16, place: [12, 27, 76, 28], align: 'center' },
    arch: [12, 60, 76, 117.8],
  },
  '1.91:1': { headline: { size: 19, place: [10, 14, 92, 72] }, arch: [112, 12, 66, 88] },
};

/** What it is about, above the first photo under an arch. */
function opening(
  place: VideoPlace,
  slots: VideoSlots,
  plan: CutPlan,
  ink: string,
): (Layer | undefined)[] {
  const { frame } = place;
  const { headline, arch } = openings[nearestClassic(frame.format)];
  const first = slots.items[0];
  const outMs = plan.introEndMs + 200;
  const photo = first && {
    ...photoLayer(first.photo, frame.box(...arch), { clip: { kind: 'arch' } }),
    travel: travelOf(0),
  };
  return [
    photo && during(photo, 'opening-photo', 0, outMs, []),
    headlineLayer(place, slots.headline ?? words[slots.language], plan, ink, headline),
  ];
}

function shotLayers(
  place: VideoPlace,
  item: VideoItem,
  index: number,
  plan: CutPlan,
  brand: Brand,
  ink: string,
): (Layer | undefined)[] {
  const shot = plan.shots[index];
  if (!shot) return [];
  const { frame } = place;
  const layout = layouts[nearestClassic(frame.format)];
  const melt = meltMs(shot);
  const outMs = Math.min(shot.endMs + melt, plan.durationMs);
  const fromPx = frame.px(index % 2 === 0 ? 12 : -12);
  const wide = frame.format === '1.91:1';
  const paper = brand.colours.paper;
  const photo = {
    ...photoLayer(item.photo, frame.box(...layout.photo), {
      clip: wide ? { kind: 'rect' } : { kind: 'rounded', radiusPx: frame.px(3) },
    }),
    travel: travelOf(index),
  };
  const title = titleLayer(frame, item, frame.box(...layout.title), {
    size: layout.size,
    min: 4.6,
    colour: ink,
    vertical: wide ? 'bottom' : 'middle',
    lines: wide ? 3 : 2,
  });
  const priced = priceLayer(frame, item, frame.box(...layout.price), {
    size: layout.size * 0.88,
    colour: readableOn(brand.colours.accent, paper),
    vertical: 'middle',
  });
  // The paper of each shot covers the one before it, so that photos never show through each other.
  const sheet = block('sheet', frame.whole, paper);
  return [
    during(sheet, `sheet-${index}`, shot.startMs, outMs, [fadeIn(melt)]),
    during(photo, `photo-${index}`, shot.startMs, outMs, slideIn(fromPx, 0, melt)),
    spoken(title, `title-${index}`, shot, { dxPx: -fromPx, dyPx: 0, delayShare: 0.3 }),
    priced && spoken(priced, `price-${index}`, shot, { dxPx: -fromPx, dyPx: 0, delayShare: 0.6 }),
  ];
}

function standing(place: VideoPlace, brand: Brand, plan: CutPlan, ink: string): Layer | undefined {
  const { frame } = place;
  const box = frame.box(...layouts[nearestClassic(frame.format)].logo);
  const layer = logoLayer(frame, brand, box, { size: 5.6, colour: ink });
  return layer && { ...layer, inMs: plan.introEndMs, motions: [fadeIn(300)] };
}
