import { z } from 'zod';
import { Problem } from '../../contract/problem.ts';
import { language } from '../../contract/shapes.ts';
import { filmMs, layer, rect, side, speed, transition } from '../read-layer.ts';
import { filmDurationMs, longestFilmMs, mostParts, shortestPartMs, type Film } from './film.ts';

const id = z.string().min(1).max(200);
const ms = z.number().min(0).max(longestFilmMs);
const volume = z.number().min(0).max(2);
const words = z.string().max(2000);
const short = z.string().max(60);
/** A point that may lie a little out of the picture. */
const spot = z.object({ xFrac: z.number().min(-1).max(2), yFrac: z.number().min(-1).max(2) });
const focus = z.object({ xFrac: z.number().min(0).max(1), yFrac: z.number().min(0).max(1) });

const visual = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('photo'),
    assetId: id,
    focus: focus.optional(),
    travel: z.union([z.literal('still'), z.object({ from: rect, to: rect })]).optional(),
  }),
  z.object({
    kind: z.literal('clip'),
    assetId: id,
    fromMs: filmMs,
    speed: speed.optional(),
    volume,
    focus: focus.optional(),
    steady: z.literal(true).optional(),
  }),
]);

const motion = z.object({
  kind: z.enum(['none', 'fade', 'slide', 'scale', 'wipe', 'typewriter', 'counter']),
  side: side.optional(),
  durationMs: z.number().min(0).max(10_000).optional(),
  distanceFrac: z.number().min(0).max(2).optional(),
  fromText: z.string().max(40).optional(),
});
const moments = {
  inMs: ms.optional(),
  outMs: ms.optional(),
  comes: motion.optional(),
  goes: motion.optional(),
};

const part = z.object({
  id,
  role: z.enum([
    ...(['opening', 'product', 'detail', 'price', 'step', 'quote'] as const),
    ...(['before-after', 'countdown', 'text', 'full', 'closing'] as const),
  ]),
  durationMs: z.number().min(shortestPartMs).max(longestFilmMs),
  visual: visual.optional(),
  before: visual.optional(),
  words: z.object({
    headline: words.optional(),
    title: words.optional(),
    text: words.optional(),
    price: short.optional(),
    oldPrice: short.optional(),
    percentOff: short.optional(),
    author: words.optional(),
    stars: z.number().int().min(1).max(5).optional(),
    callToAction: words.optional(),
    count: short.optional(),
    date: words.optional(),
    place: words.optional(),
  }),
  productId: id.optional(),
  transition: z.union([z.literal('cut'), transition]).optional(),
  changes: z
    .record(
      z.string().max(80),
      z.object({ ...moments, hidden: z.literal(true).optional(), moved: spot.optional() }),
    )
    .optional(),
  extras: z
    .array(z.object({ ...moments, layer, at: spot }))
    .max(40)
    .optional(),
});

const film = z.object({
  styleId: id,
  language,
  parts: z.array(part).min(1).max(mostParts),
  showPrices: z.boolean(),
  audio: z.object({
    music: z
      .object({ trackId: id, startMs: filmMs, volume, fadeInMs: ms, fadeOutMs: ms })
      .optional(),
    onBeat: z.boolean(),
    voices: z
      .array(
        z.object({
          ...{ id, assetId: id, inMs: ms, fromMs: filmMs, durationMs: ms, volume },
          ...{ fadeInMs: ms, fadeOutMs: ms },
        }),
      )
      .max(40),
    duckingDb: z.number().min(0).max(40),
  }),
  captions: z.object({
    lines: z.array(z.object({ id, inMs: ms, outMs: ms, text: z.string().max(500) })).max(400),
    look: z.enum(['band', 'plain', 'strong']),
    size: z.enum(['s', 'm', 'l']),
    place: z.enum(['top', 'middle', 'foot']).optional(),
    burnt: z.boolean(),
  }),
  cover: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('frame'), atMs: ms }),
      z.object({ kind: z.literal('picture'), assetId: id }),
    ])
    .optional(),
});

/** A film from foreign hands: bounded, with ids of its own, no longer than the networks take. Throws the
 *  problem `film-invalid`. */
export function readFilm(value: unknown): Film {
  const parsed = film.safeParse(value);
  if (!parsed.success) throw invalid(parsed.error.issues[0]?.path.join('.') ?? '');
  const read = parsed.data as Film;
  for (const [where, all] of [
    ['parts', read.parts],
    ['voices', read.audio.voices],
    ['captions', read.captions.lines],
  ] as const)
    if (new Set(all.map((one) => one.id)).size < all.length) throw invalid(`${where}.id`);
  if (filmDurationMs(read) > longestFilmMs) throw invalid('durationMs');
  return read;
}

function invalid(where: string): Problem {
  return new Problem('film-invalid', { where });
}
