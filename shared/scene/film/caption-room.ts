import type { VideoPlace } from '../templates/video-parts.ts';
import type { Box, Layer, TextStyle } from '../scene.ts';
import type { FilmCaptions } from './film.ts';

/** Three lines with the ground around them, in sizes. */
const tallSizes = 4.1;
/** A line that runs over all of a wide picture is hard to read. */
const widestUnits = 120;
/** From the foot up: where captions are looked for when no place was chosen. */
const heights = [1, 0.75, 0.5, 0.25, 0] as const;
const chosen = { foot: 1, middle: 0.5, top: 0 };

/** Where captions stand in every part of a film: they do not jump from line to line. */
export function captionRoom(
  { lines, place }: Pick<FilmCaptions, 'lines' | 'place'>,
  video: VideoPlace,
  units: number,
  laid: readonly Layer[],
): { box: Box; vertical: TextStyle['vertical'] } {
  const rooms = (place ? [chosen[place]] : heights).map((share) => roomAt(share, video, units));
  const words = laid.filter(isWords);
  const costs = rooms.map(({ box }) => coverOf(box, words, lines));
  const best = costs.indexOf(Math.min(...costs));
  return rooms[best] ?? roomAt(1, video, units);
}

function roomAt(share: number, { frame, centred, top, end }: VideoPlace, units: number) {
  const width = Math.min(centred.width, widestUnits);
  const left = centred.x + (centred.width - width) / 2;
  const tall = Math.min(units * tallSizes, end - top);
  const box = frame.box(left, top + (end - top - tall) * share, width, tall);
  const vertical = share === 1 ? 'bottom' : share === 0 ? 'top' : 'middle';
  return { box, vertical } as const;
}

const wordKinds = new Set<Layer['kind']>(['text', 'price', 'badge', 'logo', 'qr', 'sticker']);
const isWords = (layer: Layer): boolean => wordKinds.has(layer.kind) && !layer.hidden;

/** How much of other words lies under the box and for how long, while a caption is seen. */
function coverOf(
  box: Box,
  words: readonly Layer[],
  lines: readonly { inMs: number; outMs: number }[],
): number {
  let sum = 0;
  for (const layer of words) {
    const tall = shared(box.yPx, box.heightPx, layer.box.yPx, layer.box.heightPx);
    const wide = shared(box.xPx, box.widthPx, layer.box.xPx, layer.box.widthPx);
    if (tall === 0 || wide === 0) continue;
    const { inMs = 0, outMs = Infinity } = layer;
    for (const line of lines)
      sum += tall * Math.max(0, Math.min(outMs, line.outMs) - Math.max(inMs, line.inMs));
  }
  return sum;
}

function shared(from: number, length: number, otherFrom: number, otherLength: number): number {
  return Math.max(0, Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom));
}
