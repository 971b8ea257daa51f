import { z } from 'zod';
import { clientId, cursor, format, id, limit, mediaUrl, procedure } from './shapes.ts';
import { asset } from './media.ts';
import type { Scene } from '../scene/scene.ts';

export const template = z.object({
  id,
  /** In the language asked for. */
  name: z.string(),
  formats: z.array(format),
  kind: z.enum(['picture', 'video']),
  /** Named slots the template fills: photo, title, price, oldPrice, logo, callToAction. */
  slots: z.array(z.string()),
  /** Makes one picture of several products. */
  takesSeveral: z.boolean().optional(),
  /** Makes a set to swipe through: a cover, one for each product, an end. */
  hasSlides: z.boolean().optional(),
  /** What neither the product nor the shop knows, and how much of it there is room for. */
  asks: z
    .array(
      z.object({
        name: z.string(),
        maxLetters: z.number().int().optional(),
        least: z.number().int().optional(),
        most: z.number().int().optional(),
      }),
    )
    .optional(),
});
export type Template = z.infer<typeof template>;

export const track = z.object({
  id,
  name: z.string(),
  durationMs: z.number().int(),
  bpm: z.number(),
  /** In a word or two, as `Calm, close`. */
  mood: z.string().optional(),
  beatsMs: z.array(z.number()).optional(),
  /** How it is built: cuts that end with its own last chord. */
  shape: z
    .object({ downbeatsMs: z.array(z.number()), loopFromMs: z.number(), outroMs: z.number() })
    .optional(),
  url: mediaUrl,
});

const short = z.string().max(120);

/** What a person writes for a template. */
export const templateWords = z
  .object({
    headline: short,
    quote: z.object({
      text: z.string().max(400),
      author: short.optional(),
      stars: z.number().int().min(1).max(5).optional(),
    }),
    hours: z.array(z.object({ days: short, times: short })).max(7),
    event: z.object({ name: short, date: short, place: short.optional() }),
    question: z.object({ text: z.string().max(200), choices: z.array(short).max(4) }),
    valueText: z.string().max(24),
    lines: z.array(z.string().max(240)).max(3),
    /** Any photo of the library; without it another of the product's own. */
    beforePhotoId: id,
  })
  .partial();
export type TemplateWords = z.infer<typeof templateWords>;

export const renderOptions = z.object({
  /** In whose look, currency and language; without it the first shop's. */
  shopId: id.optional(),
  /** Video: 5 to 60. */
  seconds: z.number().min(5).max(60).optional(),
  /** Video: 3 to 10 photos; without them the products' first photos. */
  photoAssetIds: z.array(id).max(10).optional(),
  /** `none` for silence. */
  trackId: z.string().max(40).optional(),
  callToAction: z.string().max(80).optional(),
  showPrice: z.boolean().optional(),
  /** Title instead of the product's, by product id. */
  titles: z.record(z.string(), z.string().max(200)).optional(),
  words: templateWords.optional(),
});
export type RenderOptions = z.infer<typeof renderOptions>;

/** A filled scene, to be drawn by the same drawScene as the export. `sources` maps the scene's photo
 *  ids to addresses already scaled to the size at which they stand still. */
export const preview = z.object({
  scene: z.custom<Scene>((value) => typeof value === 'object' && value !== null),
  sources: z.record(z.string(), mediaUrl),
  /** Sentences of what is wrong with this picture: photo small, text shortened. */
  notes: z.array(z.object({ code: z.string(), text: z.string() })),
});

const sceneRequest = z.object({
  templateId: id,
  productIds: z.array(id).min(1).max(500),
  formats: z.array(format).min(1).max(10),
  options: renderOptions.optional(),
  clientId,
});

export const studio = {
  templates: procedure('/studio/templates')
    .input(z.object({ kind: z.enum(['picture', 'video']).optional() }).optional())
    .output(z.object({ items: z.array(template) })),
  tracks: procedure('/studio/tracks')
    .input(z.object({}).optional())
    .output(z.object({ items: z.array(track) })),
  preview: procedure('/studio/preview')
    .input(
      sceneRequest
        .omit({ formats: true, clientId: true })
        .extend({ format, maxSidePx: z.number().int().min(64).max(2048).optional() }),
    )
    .output(preview),
  render: procedure('/studio/render')
    .input(sceneRequest)
    .output(z.object({ jobId: id })),
  /** Pictures and videos made here, newest first. */
  creations: procedure('/studio/creations')
    .input(z.object({ kind: z.enum(['picture', 'video']).optional(), cursor, limit }).optional())
    .output(
      z.object({ items: z.array(asset), next: z.string().optional(), total: z.number().int() }),
    ),
};
