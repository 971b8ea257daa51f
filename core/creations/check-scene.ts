import { z } from 'zod';
import { Problem } from '../../shared/contract/problem.ts';
import { format } from '../../shared/contract/shapes.ts';
import { formatSizes, type Scene } from '../../shared/scene/scene.ts';

/** More cannot be worked with by hand, and would not be drawn in time. */
const mostLayers = 400;
const px = z.number().min(-20_000).max(20_000);
const sidePx = z.number().min(1).max(20_000);

const layer = z.looseObject({
  id: z.string().min(1).max(80),
  kind: z.enum(['photo', 'shape', 'text', 'price', 'logo', 'badge', 'qr', 'sticker']),
  box: z.object({ xPx: px, yPx: px, widthPx: sidePx, heightPx: sidePx }),
  text: z.string().max(2000).optional(),
  name: z.string().max(120).optional(),
});

const still = z.looseObject({
  format,
  widthPx: sidePx,
  heightPx: sidePx,
  durationMs: z.literal(0),
  background: z.union([z.string(), z.looseObject({})]),
  layers: z.array(layer).max(mostLayers),
});

/** Takes a scene that a window sends: a still picture of its format's size, each layer once. Throws
 *  `invalid-input` naming what does not fit. */
export function checkScene(value: unknown): Scene {
  const read = still.safeParse(value);
  if (!read.success) {
    const fields = read.error.issues.map((issue) => issue.path.join('.')).slice(0, 5);
    throw new Problem('invalid-input', { fields: fields.join(', ') });
  }
  const { widthPx, heightPx } = formatSizes[read.data.format];
  const ids = new Set(read.data.layers.map((one) => one.id));
  const isWhole = read.data.widthPx === widthPx && read.data.heightPx === heightPx;
  if (!isWhole || ids.size !== read.data.layers.length)
    throw new Problem('invalid-input', { fields: isWhole ? 'layers' : 'widthPx, heightPx' });
  return value as Scene;
}
