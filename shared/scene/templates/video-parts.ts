import type {
  Box,
  Easing,
  Layer,
  Motion,
  PhotoLayer,
  RectFrac,
  Scene,
  SceneAudio,
} from '../scene.ts';
import type { BrandFonts, VideoSlots } from '../template.ts';
import type { CutPlan } from './plan-cuts.ts';
import { frameOf, type Frame } from './frame.ts';
import type { Format } from '../../contract/shapes.ts';

export const fadeIn = (durationMs: number, delayMs = 0): Motion => ({
  kind: 'fade',
  when: 'in',
  durationMs,
  delayMs,
});
export const fadeOut = (durationMs: number): Motion => ({ kind: 'fade', when: 'out', durationMs });

/** Comes from beside or below while it appears. */
export function slideIn(dxPx: number, dyPx: number, durationMs: number, delayMs = 0): Motion[] {
  return [
    fadeIn(durationMs, delayMs),
    { kind: 'slide', when: 'in', dxPx, dyPx, durationMs, delayMs },
  ];
}

const whole: RectFrac = { xFrac: 0, yFrac: 0, widthFrac: 1, heightFrac: 1 };
/** Closer by an eighth: as much as a photo can move in three seconds and still look calm. */
const near = 0.88;

/** How photos move, one after another, so that no two neighbours move alike. */
const travels: readonly { from: RectFrac; to: RectFrac }[] = [
  { from: whole, to: seen(0.5, 0.42) },
  { from: seen(0.2, 0.5), to: seen(0.8, 0.5) },
  { from: seen(0.5, 0.55), to: whole },
  { from: seen(0.5, 0.85), to: seen(0.5, 0.15) },
];

function seen(xShare: number, yShare: number): RectFrac {
  const free = 1 - near;
  return { xFrac: free * xShare, yFrac: free * yShare, widthFrac: near, heightFrac: near };
}

type Travel = NonNullable<PhotoLayer['travel']>;

/** Photos larger than this beside their frame would be cut too much. */
const mostPanZoom = 1.16;
const panFramesPerSecond = 30;

/** A photo gliding past at a whole number of pixels a frame: it moves evenly and stays as sharp as a
 *  photo at rest, and copying pixels costs a fraction of scaling them. Undefined when a shot is too long
 *  for that at the slowest pace. */
function glide(index: number, box: Box, shownMs: number): Travel | undefined {
  const sideways = index % 2 === 1;
  const lengthPx = sideways ? box.widthPx : box.heightPx;
  for (const stepPx of [2, 1]) {
    const wayPx = (stepPx * panFramesPerSecond * shownMs) / 1000;
    const zoom = (lengthPx + wayPx) / lengthPx;
    if (zoom > mostPanZoom) continue;
    const free = 1 - 1 / zoom;
    const start = { xFrac: free / 2, yFrac: free / 2, widthFrac: 1 / zoom, heightFrac: 1 / zoom };
    const near = sideways ? { ...start, xFrac: 0 } : { ...start, yFrac: 0 };
    const far = sideways ? { ...start, xFrac: free } : { ...start, yFrac: free };
    // Neighbours of one axis go opposite ways.
    return index % 4 < 2
      ? { from: near, to: far, easing: 'linear' }
      : { from: far, to: near, easing: 'linear' };
  }
  return undefined;
}

/** The first photo comes slowly closer, the others glide. */
export function travelOfShot(index: number, box: Box, shownMs: number): Travel {
  return (index === 0 ? undefined : glide(index, box, shownMs)) ?? travelOf(index);
}

export function travelOf(index: number): Travel {
  const { from, to } = travels[index % travels.length] ?? { from: whole, to: whole };
  return { from, to, easing: 'linear' satisfies Easing };
}

/** How long one picture melts into the next: short shots melt faster. */
export function meltMs(shot: { startMs: number; endMs: number }): number {
  return Math.min(400, Math.round((shot.endMs - shot.startMs) / 3));
}

/** Words of one shot: they come after the photo has begun to, and are gone before the next one comes,
 *  so that two names never show through each other. */
export function spoken<L extends Layer>(
  layer: L,
  id: string,
  shot: { startMs: number; endMs: number },
  from: { dxPx: number; dyPx: number; delayShare: number },
): L {
  const melt = meltMs(shot);
  const delay = Math.round(melt * from.delayShare);
  const motions = [...slideIn(from.dxPx, from.dyPx, melt, delay), fadeOut(Math.round(melt / 2))];
  return { ...layer, id, inMs: shot.startMs, outMs: shot.endMs, motions };
}

/** A layer of one shot: seen while the shot lasts and until the next one has covered it. */
export function during<L extends Layer>(
  layer: L,
  id: string,
  inMs: number,
  outMs: number,
  motions: Motion[],
): L {
  return { ...layer, id, inMs, outMs, motions };
}

/** The finished video with its music and with the list of what is shown when. */
export function videoScene(
  frame: Frame,
  background: string,
  plan: CutPlan,
  slots: VideoSlots,
  layers: readonly (Layer | undefined)[],
): Scene {
  const audio = audioFor(slots);
  return {
    format: frame.format,
    widthPx: frame.whole.widthPx,
    heightPx: frame.whole.heightPx,
    durationMs: plan.durationMs,
    background,
    layers: layers.filter((layer) => layer !== undefined),
    ...(audio ? { audio } : {}),
    parts: plan.shots.map((shot, index) => {
      const productId = slots.items[index]?.productId;
      return { ...(productId === undefined ? {} : { productId }), ...shot };
    }),
  };
}

function audioFor(slots: VideoSlots): SceneAudio | undefined {
  if (!slots.track) return undefined;
  const startMs = Math.round(slots.track.beatsMs[0] ?? 0);
  return { trackId: slots.track.trackId, startMs, fadeInMs: 0, fadeOutMs: 1200, volume: 0.9 };
}

/** Where words may stand in a video: clear of what stories and reels lay over it. In units. */
export type VideoPlace = {
  frame: Frame;
  left: number;
  width: number;
  top: number;
  end: number;
  /** For words in the middle of the picture: as far from the left as from the right. */
  centred: { x: number; width: number };
};

export function videoPlace(format: Format, fonts?: BrandFonts): VideoPlace {
  const frame = frameOf(format, fonts);
  const { x, y, width, height } = frame.words;
  if (frame.shape === 'story') {
    const centred = { x: 12.5, width: frame.width - 25 };
    return { frame, left: x, width, top: y, end: y + height, centred };
  }
  const wide = frame.width - 16;
  return {
    frame,
    left: 8,
    width: wide,
    top: 6,
    end: frame.height - 8,
    centred: { x: 8, width: wide },
  };
}
