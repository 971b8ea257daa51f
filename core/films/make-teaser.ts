import { join } from 'node:path';
import { z } from 'zod';
import { Problem } from '../../shared/contract/problem.ts';
import { format as formatShape, id, type Format } from '../../shared/contract/shapes.ts';
import type { AssetFact } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { JobRun } from '../jobs/job-types.ts';
import { jobFileOf } from '../media/job-file.ts';
import type { FilmsUses } from './films-uses.ts';
import type { FilmStore } from './store.ts';

/** What a job of videos carries when it makes a teaser. */
export const teaserOrder = z.object({
  teaser: z.object({
    assetId: id,
    format: formatShape,
    kind: z.enum(['gif', 'webp']),
    name: z.string(),
    fromMs: z.number(),
    lengthMs: z.number(),
  }),
});

type Uses = {
  tools: FeatureTools;
  uses: Pick<FilmsUses, 'library' | 'jobs'>;
  store: Pick<FilmStore, 'find' | 'filesOf'>;
};
type Wish = {
  id?: string | undefined;
  format?: Format | undefined;
  assetId?: string | undefined;
  kind: 'gif' | 'webp';
  fromMs?: number | undefined;
  lengthMs?: number | undefined;
  clientId?: string | undefined;
};
type Video = { asset: AssetFact; format: Format; name: string };

const usualMs = 3000;
/** What letters and chats still take. */
const maxBytes = 8_000_000;

/** Small pictures that move, taken from videos that are made. */
export function teaserCases({ tools, uses: { library, jobs }, store }: Uses) {
  function videoOf(wish: Wish): Video {
    if (wish.assetId !== undefined) return madeVideo(wish.assetId);
    const film = wish.id === undefined ? undefined : store.find(wish.id);
    if (!film) throw new Problem('not-found');
    const { name } = film;
    for (const { assetId, format } of store.filesOf(film.id)) {
      const asset = format === wish.format ? library.readAsset(assetId) : undefined;
      if (asset) return { asset, format, name };
    }
    throw new Problem('teaser-video', { format: wish.format });
  }

  /** The studio's own say their format. */
  function madeVideo(assetId: string): Video {
    const asset = library.readAsset(assetId);
    if (asset?.kind !== 'video' || !asset.format) throw new Problem('not-found');
    const name = asset.name.replace(/( \d+x\d+)?\.mp4$/, '');
    return { asset, format: asset.format, name };
  }

  function order(wish: Wish): { jobId: string } {
    return tools.applyOnce('films/teaser', wish.clientId, () => {
      const { asset, format, name } = videoOf(wish);
      const wholeMs = asset.durationMs ?? usualMs;
      const lengthMs = Math.min(wish.lengthMs ?? usualMs, wholeMs);
      const fromMs = Math.min(wish.fromMs ?? 0, wholeMs - lengthMs);
      const { kind } = wish;
      const input = { teaser: { assetId: asset.id, format, kind, name, fromMs, lengthMs } };
      const title = `${name} (${kind === 'gif' ? 'GIF' : 'WebP'})`;
      return { jobId: jobs.enqueue({ kind: 'video', title, total: 1, input }) };
    });
  }

  return {
    order,
    /** For the one queue of videos: does this job make a teaser? */
    isOurs: (input: unknown): boolean => teaserOrder.safeParse(input).success,
    runner: (run: JobRun): Promise<void> => makeTeaser(tools, library, run),
  };
}

async function makeTeaser(
  tools: FeatureTools,
  library: FilmsUses['library'],
  run: JobRun,
): Promise<void> {
  const { assetId, format, kind, name, fromMs, lengthMs } = teaserOrder.parse(run.input).teaser;
  if (run.isDone(kind)) return;
  const video = library.readAsset(assetId);
  if (!video) throw new Problem('clip-missing');
  const folder = await library.makeWorkFolder();
  try {
    const thumbPath = join(folder.path, 'thumb.webp');
    const outPath = join(folder.path, `teaser.${kind}`);
    const input = { path: video.path, kind, fromMs, lengthMs, maxBytes, folder: folder.path };
    const {
      durationMs,
      frames: _frames,
      ...file
    } = await library.workers.run(
      'makeTeaser',
      { ...input, outPath, thumbPath },
      { signal: run.signal, onProgress: (frac) => run.progress(frac) },
    );
    run.signal.throwIfAborted();
    tools.transact(() => {
      const facts = {
        name: `${name} ${format.replace(':', 'x')}.${kind}`,
        mime: `image/${kind}` as const,
        notes: ['animated'],
        productIds: video.productIds,
      };
      const asset = library.addStudioFile({ ...file, ...facts, format, thumbPath });
      run.keep(kind, { ...jobFileOf(asset, format), durationMs });
    });
  } finally {
    await folder.remove();
  }
}
