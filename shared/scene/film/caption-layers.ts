import { sans, textStyle } from '../templates/parts.ts';
import type { VideoPlace } from '../templates/video-parts.ts';
import type { BadgeLayer, Box, Layer, ShapeLayer, TextLayer, TextStyle } from '../scene.ts';
import { captionRoom } from './caption-room.ts';
import type { Caption, FilmCaptions } from './film.ts';

const sizes = { s: 4.2, m: 5.2, l: 6.4 };
const strongFactor = 1.4;
const mostLines = 3;
/** A hundred letters still stand in three lines; smaller is not read on a phone. */
const leastUnits = 3;
const light = '#FFFFFF';
const ink = '#141812';
/** White words on it keep a contrast of 4.5 even over white: it lets 37 % of that through. */
const veil = '#141812A0';
const noVeil = '#14181200';
/** Lines nearer to one another share a veil, or it would flicker. */
const sharedGapMs = 600;

type CaptionLayer = BadgeLayer | TextLayer | ShapeLayer;

/** Captions burnt into the picture, clear of what the networks lay over it and, unless a place was
 *  chosen, of the words that are `laid` there. */
export function captionLayers(
  captions: FilmCaptions,
  place: VideoPlace,
  durationMs: number,
  laid: readonly Layer[] = [],
): CaptionLayer[] {
  const { look, size, burnt } = captions;
  const lines = captions.lines
    .filter((line) => line.inMs < durationMs && line.text.trim() !== '')
    .map((line) => ({ ...line, outMs: Math.min(line.outMs, durationMs) }));
  if (!burnt || lines.length === 0) return [];
  const units = sizes[size] * (look === 'strong' ? strongFactor : 1);
  const room = captionRoom({ ...captions, lines }, place, units, laid);
  const words = lines.map((line) => captionLayer(line, look, units, room, place));
  return look === 'plain' ? [...veils(lines, room.box, place), ...words] : words;
}

type Room = ReturnType<typeof captionRoom>;

function captionLayer(
  { id, inMs, outMs, text }: Caption,
  look: FilmCaptions['look'],
  units: number,
  { box, vertical }: Room,
  { frame }: VideoPlace,
): BadgeLayer | TextLayer {
  const style: TextStyle = {
    ...textStyle(frame, {
      ...{ size: units, min: leastUnits, font: sans, align: 'center', vertical },
      ...{ lines: mostLines, colour: look === 'strong' ? ink : light, spacing: 0 },
    }),
    lineHeight: 1.2,
  };
  const base = { id: `caption/${id}`, inMs, outMs, text, box, style };
  if (look === 'plain')
    return {
      ...base,
      kind: 'text',
      shadow: { dxPx: 0, dyPx: 2, blurPx: 10, colour: '#000000B3' },
    };
  return {
    ...base,
    kind: 'badge',
    hugs: true,
    shape: { kind: 'rounded', radiusPx: frame.px(1.6) },
    fill: look === 'strong' ? '#F7DFA8' : '#141812D9',
    paddingPx: { xPx: frame.px(units * 0.5), yPx: frame.px(units * 0.2) },
  };
}

/** A darker band, soft at its edges, under words that have no ground of their own. */
function veils(lines: readonly Caption[], box: Box, { frame }: VideoPlace): ShapeLayer[] {
  const runs: { id: string; inMs: number; outMs: number }[] = [];
  for (const { id, inMs, outMs } of lines.toSorted((one, other) => one.inMs - other.inMs)) {
    const last = runs.at(-1);
    if (last && inMs - last.outMs <= sharedGapMs) last.outMs = Math.max(last.outMs, outMs);
    else runs.push({ id, inMs, outMs });
  }
  const soft = Math.round(box.heightPx * 0.5);
  const heightPx = box.heightPx + 2 * soft;
  const edge = soft / heightPx;
  return runs.map(({ id, inMs, outMs }) => ({
    ...{ id: `caption-veil/${id}`, kind: 'shape', inMs, outMs, shape: { kind: 'rect' } },
    box: { xPx: 0, yPx: box.yPx - soft, widthPx: frame.whole.widthPx, heightPx },
    fill: {
      from: { xFrac: 0, yFrac: 0 },
      to: { xFrac: 0, yFrac: 1 },
      stops: [
        { atFrac: 0, colour: noVeil },
        { atFrac: edge, colour: veil },
        { atFrac: 1 - edge, colour: veil },
        { atFrac: 1, colour: noVeil },
      ],
    },
  }));
}
