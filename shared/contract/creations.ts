import { z } from 'zod';
import type { Scene } from '../scene/scene.ts';
import { renderOptions } from './studio.ts';
import { clientId, cursor, format, id, instant, limit, mediaUrl, ok, procedure } from './shapes.ts';

/** A scene as JSON; the studio reads it part by part before it keeps it. */
const scene = z.custom<Scene>((value) => typeof value === 'object' && value !== null);
const name = z.string().trim().min(1).max(120);

/** What a creation was begun from, so that another template can take its place. */
export const creationSource = z.object({
  templateId: id.optional(),
  productIds: z.array(id).max(30),
  options: renderOptions.optional(),
});
export type CreationSource = z.infer<typeof creationSource>;

/** A picture that can go on being changed: one scene for each format. */
export const creation = z.object({
  id,
  name: z.string(),
  /** Goes up with every save. */
  version: z.number().int(),
  scenes: z.partialRecord(format, scene),
  source: creationSource,
  updatedAt: instant,
});
export type Creation = z.infer<typeof creation>;

export const creationSummary = creation.omit({ scenes: true, source: true }).extend({
  formats: z.array(format),
  /** The picture file last made of it. */
  coverUrl: mediaUrl.optional(),
});
export type CreationSummary = z.infer<typeof creationSummary>;

const saved = z.object({ id, version: z.number().int(), updatedAt: instant });

export const creations = {
  /** Changed last first. */
  list: procedure('/creations/list')
    .input(z.object({ text: z.string().max(120).optional(), cursor, limit }).optional())
    .output(
      z.object({
        items: z.array(creationSummary),
        next: z.string().optional(),
        total: z.number().int(),
      }),
    ),
  get: procedure('/creations/get').input(z.object({ id })).output(creation),
  /** Begins one: from a template and products, or empty in these formats. */
  begin: procedure('/creations/begin')
    .input(
      z.object({
        name: name.optional(),
        formats: z.array(format).min(1).max(12),
        source: creationSource.optional(),
        clientId,
      }),
    )
    .output(creation),
  /** The creation of which a picture was made; of any other picture of the studio a new
   *  one, and of a photo of the library one that it fills. */
  open: procedure('/creations/open')
    .input(z.object({ assetId: id, clientId }))
    .output(creation),
  /** Scenes named are kept, those left out stay as they are, `removed` ones go. `version` is the one
   *  that was changed: 409 `creation-changed` when it is no longer the last. */
  save: procedure('/creations/save')
    .input(
      z.object({
        id,
        version: z.number().int().min(0),
        name: name.optional(),
        scenes: z.partialRecord(format, scene).optional(),
        removed: z.array(format).max(12).optional(),
        source: creationSource.optional(),
        clientId,
      }),
    )
    .output(saved),
  duplicate: procedure('/creations/duplicate')
    .input(z.object({ id, name: name.optional(), clientId }))
    .output(creation),
  remove: procedure('/creations/remove').input(z.object({ id, clientId })).output(ok),
  /** Undo of remove. */
  restore: procedure('/creations/restore').input(z.object({ id, clientId })).output(ok),
  /** Makes picture files of it; a format that did not change since is not made again. */
  render: procedure('/creations/render')
    .input(z.object({ id, formats: z.array(format).max(12).optional(), clientId }))
    .output(z.object({ jobId: id })),
  /** Scenes of a template for these formats, with the products and words of `source`. */
  fill: procedure('/creations/fill')
    .input(z.object({ source: creationSource, formats: z.array(format).min(1).max(12) }))
    .output(z.object({ scenes: z.partialRecord(format, scene) })),
  /** Addresses of a scene's photos at the size at which they are drawn, by the keys of
   *  `photoRequests`; `missing` are photos that are no longer in the library. */
  sources: procedure('/creations/sources')
    .input(z.object({ scene, maxSidePx: z.number().int().min(64).max(4096).optional() }))
    .output(z.object({ sources: z.record(z.string(), mediaUrl), missing: z.array(id) })),
};
