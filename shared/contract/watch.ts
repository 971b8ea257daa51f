import { z } from 'zod';
import { problemText } from './problems.ts';
import { clientId, id, instant, ok, procedure } from './shapes.ts';

/** `watching`: new photos come in by themselves. `away`: the folder is not there (a drive gone, a
 *  network folder not connected) and is looked for again. `shut`: it may not be read. */
export const watchState = z.enum(['off', 'watching', 'away', 'shut']);

export const watchedFile = z.object({
  name: z.string(),
  assetId: id.optional(),
  problem: problemText.optional(),
  at: instant,
});

export const watchView = z.object({
  folder: z.string().optional(),
  state: watchState,
  /** Whether the folders in it are watched too. */
  subfolders: z.boolean().optional(),
  /** Watched before, while none is now. */
  lastFolder: z.string().optional(),
  /** Photos that came in since the folder was chosen. */
  imported: z.number().int(),
  /** What came last, the newest first; at most 50. */
  recent: z.array(watchedFile),
  /** The last lot of photos that came in together, which can be taken back. */
  lot: z.object({ id, count: z.number().int(), refused: z.number().int(), at: instant }).optional(),
});
export type WatchView = z.infer<typeof watchView>;

export const browsedFolder = z.object({
  folder: z.string(),
  parent: z.string().optional(),
  /** At most 500, by name. */
  folders: z.array(z.object({ name: z.string(), path: z.string() })),
  /** Photos right in it. */
  photos: z.number().int(),
  /** Why it cannot be watched. */
  problem: problemText.optional(),
});
export type BrowsedFolder = z.infer<typeof browsedFolder>;

/** A folder whose new photos come into the library by themselves. */
export const watch = {
  get: procedure('/watch/get').output(watchView),
  /** Watches a folder; what is in it already stays out unless `takeAll`. */
  set: procedure('/watch/set')
    .input(
      z.object({
        folder: z.string().min(1).max(4096),
        takeAll: z.boolean().optional(),
        /** The folders in it too; so unless said otherwise. */
        subfolders: z.boolean().optional(),
        clientId,
      }),
    )
    .output(watchView),
  stop: procedure('/watch/stop').input(z.object({ clientId }).optional()).output(watchView),
  /** What a folder of this machine holds, before it is chosen; without one where photos usually are.
   *  Only names are read. */
  browse: procedure('/watch/browse')
    .input(z.object({ folder: z.string().max(4096).optional() }).optional())
    .output(browsedFolder),
  /** Takes a lot out of the library again, but for photos used since. */
  undoLot: procedure('/watch/undoLot')
    .input(z.object({ lotId: id, clientId }))
    .output(ok.extend({ removed: z.number().int(), kept: z.number().int() })),
};
