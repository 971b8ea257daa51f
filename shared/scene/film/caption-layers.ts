import { sans, textStyle } from '../templates/parts.ts';
import type { VideoPlace } from '../templates/video-parts.ts';
import type { BadgeLayer, TextLayer } from '../scene.ts';
import type { Caption, FilmCaptions } from './film.ts';

const sizes = { s: 4.2, m: 5.2, l: 6.4 };

/** Captions burnt into the picture, above what the networks lay over its foot. */
export function captionLayers(
  { lines, look, size, burnt }: FilmCaptions,
  place: VideoPlace,
  durationMs: number,
): (BadgeLayer | TextLayer)[] {
  if (!burnt) return [];
  return lines
    .filter((line) => line.inMs < durationMs && line.text.trim() !== '')
    .map((line) => captionLayer(line, look, sizes[size], place));
}

function captionLayer(
  { id, inMs, outMs, text }: Caption,
  look: FilmCaptions['look'],
  size: number,
  { frame, left, width, end }: VideoPlace,
): BadgeLayer | TextLayer {
  const tall = size * 3.4;
  const base = {
    id: `caption/${id}`,
    ...{ inMs, outMs, text },
    box: frame.box(left, end - tall, width, tall),
    style: textStyle(frame, {
      ...{ size, min: size * 0.6, font: sans, align: 'center', vertical: 'bottom', lines: 2 },
      ...{ colour: look === 'strong' ? '#141812' : '#FFFFFF', spacing: 0 },
    }),
  };
  if (look === 'plain')
    return {
      ...base,
      kind: 'text',
      shadow: { dxPx: 0, dyPx: 2, blurPx: 12, colour: '#000000CC' },
    };
  return {
    ...base,
    kind: 'badge',
    shape: { kind: 'rounded', radiusPx: frame.px(1.6) },
    fill: look === 'strong' ? '#F7DFA8' : '#141812D9',
    paddingPx: { xPx: frame.px(2.6), yPx: frame.px(1.6) },
  };
}
