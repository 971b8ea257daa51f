import type { Box, ClipLayer, Clip, Layer, Motion, PhotoLayer, RectFrac } from '../scene.ts';
import { photoLayer } from '../templates/parts.ts';
import { travelOfShot } from '../templates/video-parts.ts';
import type { VideoItem } from '../template.ts';
import { clipIdOf } from './clip-id.ts';
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
    const { fromMs, speed, focus } = visual;
    return {
      ...{ id: 'photo', kind: 'clip', box, clip, clipId: clipIdOf(visual), fromMs },
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

/** The middle of a part's photo or clip from near, at rest: a second window beside the whole one. */
export function closeUpLayer(
  { part, photo }: PartPlace,
  box: Box,
  id: string,
  clip: Clip = { kind: 'rect' },
): PhotoLayer | ClipLayer | undefined {
  const { visual } = part;
  const crop = cropAround(visual?.focus ?? photo?.focus);
  if (visual?.kind === 'clip') {
    const { fromMs, speed } = visual;
    const shown = { clipId: clipIdOf(visual), fromMs, crop, ...(speed ? { speed } : {}) };
    return { id, kind: 'clip', box, clip, ...shown };
  }
  return photo && { id, kind: 'photo', box, clip, photoId: photo.photoId, crop };
}

const nearFrac = 0.52;
function cropAround({ xFrac, yFrac } = { xFrac: 0.5, yFrac: 0.45 }): RectFrac {
  const start = (middle: number): number =>
    Math.min(Math.max(middle - nearFrac / 2, 0), 1 - nearFrac);
  return { xFrac: start(xFrac), yFrac: start(yFrac), widthFrac: nearFrac, heightFrac: nearFrac };
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
