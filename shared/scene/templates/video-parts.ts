import type { Box, Easing, Motion, PhotoLayer, RectFrac } from '../scene.ts';
import type { BrandFonts } from '../template.ts';
import { frameOf, type Frame } from './frame.ts';
import type { Format } from '../../contract/shapes.ts';

const fadeIn = (durationMs: number, delayMs = 0): Motion => ({
  kind: 'fade',
  when: 'in',
  durationMs,
  delayMs,
});

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

function travelOf(index: number): Travel {
  const { from, to } = travels[index % travels.length] ?? { from: whole, to: whole };
  return { from, to, easing: 'linear' satisfies Easing };
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
