import type { Box, ClipLayer, Clip, Layer, Motion, PhotoLayer } from '../scene.ts';
import { photoLayer } from '../templates/parts.ts';
import { travelOfShot } from '../templates/video-parts.ts';
import { planCuts } from '../templates/plan-cuts.ts';
import type { VideoItem, VideoSlots } from '../template.ts';
import type { FilmPart, FilmWords } from './film.ts';
import type { PartPlace } from './film-style.ts';

/** The photo or the clip of a part in its box, moving as was chosen or else as photos of a film do;
 *  nothing when the part has none, or its photo is gone. It covers until the next part has come. */
export function visualLayer(
  { part, photo, index, coveredMs }: PartPlace,
  box: Box,
  clip: Clip = { kind: 'rect' },
): PhotoLayer | ClipLayer | undefined {
  const { visual } = part;
  if (visual?.kind === 'clip') {
    const { assetId: clipId, fromMs, speed, focus } = visual;
    return {
      ...{ id: 'photo', kind: 'clip', box, clip, clipId, fromMs },
      ...(speed === undefined ? {} : { speed }),
      ...(focus ? { focus } : {}),
    };
  }
  if (!photo) return undefined;
  const chosen = visual?.travel;
  const still = photoLayer(visual?.focus ? { ...photo, focus: visual.focus } : photo, box, {
    clip,
  });
  if (chosen === 'still') return still;
  const travel = chosen
    ? { ...chosen, easing: 'linear' as const }
    : travelOfShot(index, box, coveredMs);
  return { ...still, travel };
}

/** Words come one after another, each this much later than the one before. */
const staggerMs = 120;
const comesMs = 450;
const goesMs = 200;

/** Words of a part: they come in turn from `away`, and are gone before the next part's come. */
export function spokenIn<L extends Layer>(
  layer: L,
  turn: number,
  { durationMs }: Pick<PartPlace, 'durationMs'>,
  away: { dxPx: number; dyPx: number },
): L {
  const lasts = Math.min(comesMs, Math.round(durationMs / 3));
  const timing = { when: 'in', durationMs: lasts, delayMs: Math.round(turn * staggerMs) } as const;
  const motions: Motion[] = [
    { kind: 'fade', ...timing },
    { kind: 'slide', ...timing, ...away },
    { kind: 'fade', when: 'out', durationMs: Math.min(goesMs, Math.round(durationMs / 6)) },
  ];
  return { ...layer, inMs: 0, outMs: durationMs, motions };
}

/** A film of an opening, a part for each product and a closing, cut on the beats of its music. */
export function planProducts(slots: VideoSlots): FilmPart[] {
  const cuts = planCuts(slots.items.length, slots.seconds, slots.track);
  const first = slots.items[0];
  const opening: FilmPart = {
    ...{ id: 'opening', role: 'opening', durationMs: cuts.introEndMs },
    ...(first && { visual: visualOf(first) }),
    words: slots.headline?.trim() ? { headline: slots.headline.trim() } : {},
  };
  const closing: FilmPart = {
    ...{ id: 'closing', role: 'closing', durationMs: cuts.durationMs - cuts.outroStartMs },
    words: slots.callToAction.trim() ? { callToAction: slots.callToAction.trim() } : {},
  };
  const products = slots.items.map((item, index): FilmPart => {
    const { startMs = 0, endMs = 0 } = cuts.shots[index] ?? {};
    return productPart(item, `product-${index + 1}`, endMs - startMs);
  });
  return [opening, ...products, closing];
}

export function productPart(item: VideoItem, id: string, durationMs: number): FilmPart {
  return {
    ...{ id, role: 'product', durationMs, visual: visualOf(item), words: wordsOf(item) },
    ...(item.productId === undefined ? {} : { productId: item.productId }),
  };
}

export function visualOf({ photo }: Pick<VideoItem, 'photo'>): FilmPart['visual'] {
  const { photoId: assetId, focus } = photo;
  return { kind: 'photo', assetId, ...(focus ? { focus } : {}) };
}

export function wordsOf({ title, price, oldPrice, percentOff }: VideoItem): FilmWords {
  return {
    title,
    ...(price === undefined ? {} : { price }),
    ...(oldPrice === undefined ? {} : { oldPrice }),
    ...(percentOff === undefined ? {} : { percentOff: `−${percentOff} %` }),
  };
}
