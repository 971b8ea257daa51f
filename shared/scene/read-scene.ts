import { z } from 'zod';
import { Problem } from '../contract/problem.ts';
import { format } from '../contract/shapes.ts';
import { readPhotoWork } from './photo-work/photo-work.ts';
import { filmMs, layer, paint, speed, transition } from './read-layer.ts';
import { formatSizes, type Scene } from './scene.ts';

/** More layers than anyone sets by hand, and few enough to draw while a hand moves one. */
export const mostLayers = 400;

const ms = z
  .number()
  .min(0)
  .max(10 * 60_000);

const sound = z.object({
  id: z.string().min(1).max(200),
  assetId: z.string().min(1).max(200),
  inMs: ms,
  outMs: ms,
  fromMs: filmMs,
  speed: speed.optional(),
  volume: z.number().min(0).max(2),
  fadeInMs: ms,
  fadeOutMs: ms,
  isVoice: z.literal(true).optional(),
});

const scene = z.object({
  format,
  widthPx: z.number(),
  heightPx: z.number(),
  durationMs: ms,
  background: paint,
  layers: z.array(layer).max(mostLayers),
  audio: z
    .object({
      trackId: z.string().max(200),
      startMs: ms,
      fadeInMs: ms,
      fadeOutMs: ms,
      volume: z.number().min(0).max(1),
    })
    .optional(),
  sounds: z.array(sound).max(60).optional(),
  duckingDb: z.number().min(0).max(40).optional(),
  parts: z
    .array(
      z.object({
        productId: z.string().max(80).optional(),
        startMs: ms,
        endMs: ms,
        transition: transition.optional(),
      }),
    )
    .max(100)
    .optional(),
});

/** A scene from foreign hands: what it names is known, its numbers are within bounds, its layers have
 *  ids of their own, and its size is that of its format. Throws the problem `scene-invalid`. */
export function readScene(value: unknown): Scene {
  const parsed = scene.safeParse(value);
  if (!parsed.success) throw invalid(whereOf(parsed.error));
  const read = parsed.data;
  const { widthPx, heightPx } = formatSizes[read.format];
  if (read.widthPx !== widthPx || read.heightPx !== heightPx) throw invalid('size');
  if (new Set(read.layers.map((one) => one.id)).size < read.layers.length) throw invalid('id');
  for (const one of read.layers)
    if (one.kind === 'photo' && one.work !== undefined) one.work = workOf(one.work);
  return withoutGaps(read) as Scene;
}

function workOf(work: unknown) {
  try {
    return readPhotoWork(work);
  } catch (error) {
    throw invalid('work', error);
  }
}

function invalid(where: string, cause?: unknown): Problem {
  return new Problem('scene-invalid', { where }, { cause });
}

function whereOf(error: z.ZodError): string {
  return error.issues[0]?.path.join('.') ?? '';
}

/** Left out is left out: `undefined` would be a value of its own when two scenes are compared. */
function withoutGaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutGaps);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(kept.map(([key, one]) => [key, withoutGaps(one)]));
}
