import { z } from 'zod';
import type { Film } from '../scene/film/film.ts';
import type { Scene } from '../scene/scene.ts';
import { problemText } from './problems.ts';
import { job } from './jobs.ts';
import {
  clientId,
  cursor,
  empty,
  format,
  id,
  instant,
  limit,
  mediaUrl,
  ok,
  procedure,
} from './shapes.ts';
import { preview as scenePreview } from './studio.ts';

/** A film as JSON; the studio reads it part by part before it keeps it. */
const film = z.custom<Film>((value) => typeof value === 'object' && value !== null);
const name = z.string().trim().min(1).max(120);

/** A family of layouts and motion. */
export const filmStyle = z.object({
  id,
  /** In the language asked for. */
  name: z.string(),
  formats: z.array(format),
  /** What parts of it may be for. */
  roles: z.array(z.string()),
  /** By role: the words that it shows, in the order in which a person is asked for them. */
  slots: z.record(z.string(), z.array(z.string())),
});
export type FilmStyleView = z.infer<typeof filmStyle>;

/** A video that can go on being changed. */
export const filmProject = z.object({
  id,
  name: z.string(),
  /** Goes up with every save. */
  version: z.number().int(),
  film,
  productIds: z.array(id),
  updatedAt: instant,
  /** The order of its videos that is under way. */
  jobId: id.optional(),
});
export type FilmProject = z.infer<typeof filmProject>;

/** A file made of a film, the latest of its format. */
export const filmFile = z.object({
  assetId: id,
  format,
  url: mediaUrl,
  thumbUrl: mediaUrl,
  widthPx: z.number().int(),
  heightPx: z.number().int(),
  durationMs: z.number().int(),
  /** The film was changed since. */
  isOutdated: z.boolean(),
});
export type FilmFile = z.infer<typeof filmFile>;

export const filmSummary = filmProject.omit({ film: true, productIds: true, jobId: true }).extend({
  durationMs: z.number().int(),
  styleId: id,
  coverUrl: mediaUrl.optional(),
  productIds: z.array(id).optional(),
  /** Films begun together, one for each product. */
  batchId: id.optional(),
  /** Its latest order. */
  job: job
    .pick({ jobId: true, state: true, progressFrac: true, secondsLeft: true })
    .extend({ code: z.string().optional(), problem: problemText.optional() })
    .optional(),
  files: z.array(filmFile).optional(),
  /** A file is there, and would say, show or look otherwise if it were made today. */
  isChanged: z.boolean().optional(),
  /** Frame or picture chosen to stand for the reel. */
  cover: z
    .union([z.object({ coverMs: z.number().int() }), z.object({ coverAssetId: id })])
    .optional(),
});
export type FilmSummary = z.infer<typeof filmSummary>;

/** What a film is made from. */
export const filmWish = z.object({
  styleId: id,
  productIds: z.array(id).min(1).max(30),
  /** Wished length; cuts fall on beats near it. */
  seconds: z.number().min(5).max(60).optional(),
  /** Photos in their order; without them the products' own. */
  photoAssetIds: z.array(id).max(10).optional(),
  /** `none` for silence. */
  trackId: z.string().max(40).optional(),
  headline: z.string().max(120).optional(),
  callToAction: z.string().max(80).optional(),
  showPrice: z.boolean().optional(),
});
export type FilmWish = z.infer<typeof filmWish>;

/** Where the window finds what a scene names: clips as films that a browser plays, sounds as they are. */
export const filmSources = scenePreview.extend({
  scene: z.custom<Scene>((value) => typeof value === 'object' && value !== null),
  clips: z.record(
    z.string(),
    z.object({
      url: mediaUrl,
      widthPx: z.number().int(),
      heightPx: z.number().int(),
      durationMs: z.number().int(),
    }),
  ),
  /** By asset id, and the music under `music`. */
  sounds: z.record(z.string(), mediaUrl),
  /** How a track that ships is built: it ends in a film as it ends by itself. */
  music: z
    .object({
      durationMs: z.number(),
      shape: z
        .object({
          downbeatsMs: z.array(z.number()).readonly(),
          loopFromMs: z.number(),
          outroMs: z.number(),
        })
        .optional(),
    })
    .optional(),
});
export type FilmSources = z.infer<typeof filmSources>;

/** A copy of a clip that the window plays in its place, or that is steadied. */
const clipCopy = z.object({ assetId: id, steady: z.boolean().optional() });
export const clipCopyView = clipCopy.extend({
  /** `none`: the clip is played as it is. */
  state: z.enum(['none', 'making', 'ready', 'stopped', 'failed']),
  progressFrac: z.number().min(0).max(1),
  problem: problemText.optional(),
});
export type ClipCopyView = z.infer<typeof clipCopyView>;

/** Captions of a file, and what had to be mended or left out: a line of the file and a sentence. */
export const captionReading = z.object({
  kind: z.enum(['srt', 'vtt']),
  lines: z.array(z.object({ inMs: z.number(), outMs: z.number(), text: z.string() })),
  notes: z.array(z.object({ code: z.string(), line: z.number().int(), text: z.string() })),
});
export type CaptionReading = z.infer<typeof captionReading>;

/** Which program or chip encodes films. `libx264` is software and always there. */
export const filmEncoders = z.object({
  chosen: z.string(),
  /** Those that this machine has; each was tried. */
  items: z.array(z.string()),
  /** The last one that failed; software took over. */
  refused: z.object({ encoder: z.string(), at: instant }).optional(),
});
export type FilmEncoders = z.infer<typeof filmEncoders>;

export const films = {
  styles: procedure('/films/styles')
    .input(z.object({}).optional())
    .output(z.object({ items: z.array(filmStyle) })),
  /** Changed last first. */
  list: procedure('/films/list')
    .input(
      z
        .object({
          text: z.string().max(120).optional(),
          batchId: id.optional(),
          /** Films of which this job makes the files. */
          jobId: id.optional(),
          cursor,
          limit,
        })
        .optional(),
    )
    .output(
      z.object({
        items: z.array(filmSummary),
        next: z.string().optional(),
        total: z.number().int(),
      }),
    ),
  get: procedure('/films/get').input(z.object({ id })).output(filmProject),
  /** Begins a film from products. */
  begin: procedure('/films/begin')
    .input(filmWish.extend({ name: name.optional(), clientId }))
    .output(filmProject),
  /** `version` is the one that was changed: 409 `film-changed` when it is no longer the last. */
  save: procedure('/films/save')
    .input(
      z.object({
        id,
        version: z.number().int().min(0),
        name: name.optional(),
        film: film.optional(),
        clientId,
      }),
    )
    .output(z.object({ id, version: z.number().int(), updatedAt: instant })),
  duplicate: procedure('/films/duplicate')
    .input(z.object({ id, name: name.optional(), clientId }))
    .output(filmProject),
  remove: procedure('/films/remove').input(z.object({ id, clientId })).output(ok),
  /** Undo of remove. */
  restore: procedure('/films/restore').input(z.object({ id, clientId })).output(ok),
  /** The film laid out for one format, with addresses of all that it shows and plays. */
  preview: procedure('/films/preview')
    .input(z.object({ film, format, maxSidePx: z.number().int().min(64).max(2048).optional() }))
    .output(filmSources),
  /** How far the copies of clips are. Previews begin them; topic `clips` tells when one is there. */
  copies: procedure('/films/copies')
    .input(z.object({ clips: z.array(clipCopy).min(1).max(80) }))
    .output(z.object({ canSteady: z.boolean(), items: z.array(clipCopyView) })),
  /** Begins a copy that was stopped or failed. */
  makeCopy: procedure('/films/makeCopy').input(clipCopy.extend({ clientId })).output(ok),
  stopCopy: procedure('/films/stopCopy').input(clipCopy.extend({ clientId })).output(ok),
  /** Reads an SRT or WebVTT file of any encoding; nothing is saved. What begins after `endMs` is left
   *  out. 422 `captions-none` for a file without lines. */
  readCaptions: procedure('/films/readCaptions')
    .input(
      z.object({
        base64: z.string().max(900_000),
        endMs: z.number().int().min(1).optional(),
      }),
    )
    .output(captionReading),
  /** The captions of a film as a file. */
  captionFile: procedure('/films/captionFile')
    .input(z.object({ id, kind: z.enum(['srt', 'vtt']) }))
    .output(z.object({ name: z.string(), text: z.string() })),
  /** Makes a video file for each format. */
  render: procedure('/films/render')
    .input(z.object({ id, formats: z.array(format).min(1).max(6), clientId }))
    .output(z.object({ jobId: id })),
  /** A few seconds of a made video as a small picture that moves: of the newest video of a film in this
   *  format, or of the video `assetId`. 409 `teaser-video` where there is none yet. Near the end it shows
   *  the last seconds. */
  teaser: procedure('/films/teaser')
    .input(
      z
        .object({
          id: id.optional(),
          format: format.optional(),
          assetId: id.optional(),
          kind: z.enum(['gif', 'webp']),
          fromMs: z.number().int().min(0).optional(),
          lengthMs: z.number().int().min(1000).max(6000).optional(),
          clientId,
        })
        .refine(({ id: film, format: of, assetId }) => assetId ?? (film && of), {
          message: 'a film with a format, or a video',
          path: ['id'],
        }),
    )
    .output(z.object({ jobId: id })),
  /** One film for each product, made at once. */
  batch: procedure('/films/batch')
    .input(
      filmWish.extend({
        productIds: z.array(id).min(1).max(60),
        formats: z.array(format).min(1).max(6),
        clientId,
      }),
    )
    .output(
      z.object({
        jobIds: z.array(id),
        filmIds: z.array(id),
        skipped: z.array(id),
        batchId: id.optional(),
      }),
    ),
  /** Films begun together, latest first. */
  batches: procedure('/films/batches')
    .input(empty)
    .output(
      z.object({
        items: z.array(
          z.object({
            batchId: id,
            styleId: id,
            /** Of the style, in the language asked for. */
            name: z.string(),
            total: z.number().int(),
            made: z.number().int(),
            createdAt: instant,
          }),
        ),
      }),
    ),
  /** Films whose files show something of before: a price, a title, another photo or one that was retouched
   *  since, or the shop's look. */
  changed: procedure('/films/changed')
    .input(empty)
    .output(z.object({ filmIds: z.array(id) })),
  /** Makes films again in the formats of their latest order, with what their products say today. What was
   *  rewritten by hand stays. */
  again: procedure('/films/again')
    .input(z.object({ filmIds: z.array(id).min(1).max(60), clientId }))
    .output(z.object({ jobIds: z.array(id), skipped: z.array(id) })),
  /** Stops what is being made of these films; what is made stays. */
  stop: procedure('/films/stop')
    .input(z.object({ filmIds: z.array(id).min(1).max(60), clientId }))
    .output(z.object({ stopped: z.number().int() })),
  /** What encodes films on this machine. The first call tries each encoder, which takes a while. */
  encoders: procedure('/films/encoders').input(empty).output(filmEncoders),
  /** 422 `encoder-missing` for one that this machine has not. */
  setEncoder: procedure('/films/setEncoder')
    .input(z.object({ encoder: z.string().max(40), clientId }))
    .output(filmEncoders),
};
