import { z } from 'zod';
import { clientId, id, procedure } from './shapes.ts';

const frac = z.number().min(0).max(1);

/** A part of a picture, in fractions of it from its top left. */
export const part = z.object({
  x: frac,
  y: frac,
  width: frac.refine((width) => width > 0),
  height: frac.refine((height) => height > 0),
});
export type Part = z.infer<typeof part>;

const ratio = z.number().min(0.1).max(10);

export const photoChange = z.object({
  kind: z.literal('photo'),
  crop: part.optional(),
  /** The whole of it on paper of this ratio, never enlarged. */
  frame: z.object({ ratio, colour: z.string().regex(/^#[0-9A-Fa-f]{6}$/) }).optional(),
  /** Stands for what was done to the photo when it was cut. The studio fills it in. */
  workKey: z.string().max(20).optional(),
});

export const videoChange = z.object({
  kind: z.literal('video'),
  startMs: z.number().int().min(0).optional(),
  lengthMs: z.number().int().min(500).optional(),
  /** Cut to this ratio around the middle, or the whole of it on black. */
  shape: z.object({ ratio, fit: z.enum(['crop', 'frame']) }).optional(),
  widestPx: z.number().int().min(64).max(4096).optional(),
  largestBytes: z.number().int().min(100_000).optional(),
});

export const change = z.discriminatedUnion('kind', [photoChange, videoChange]);
export type MediaChange = z.infer<typeof change>;

/** Other cuts of what is in the library. The original stays; each change is an asset of its own. */
export const renditions = {
  /** A photo is there at once (`assetId`); a video is made by a job, whose file names its asset. */
  make: procedure('/renditions/make')
    .input(z.object({ assetId: id, change, clientId }))
    .output(z.object({ assetId: id.optional(), jobId: id.optional() })),
  /** What an asset was made from, and how; without `source` it is an original. */
  source: procedure('/renditions/source')
    .input(z.object({ assetId: id }))
    .output(z.object({ source: z.object({ assetId: id, change }).optional() })),
};
