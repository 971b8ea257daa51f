import { join } from 'node:path';
import { z } from 'zod';
import type { JobFile } from '../../shared/contract/jobs.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { change as changeShape, type MediaChange } from '../../shared/contract/renditions.ts';
import type { ClassicFormat } from '../../shared/contract/shapes.ts';
import type { AssetFact } from '../../shared/facts.ts';
import { photoWorkKey, type PhotoWork } from '../../shared/scene/photo-work/photo-work.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { JobQueue, JobRun } from '../jobs/job-types.ts';
import { planFilm } from '../media/film-arguments.ts';
import type { MediaLibrary } from '../media/media-library-types.ts';
import { renditionStore } from './store.ts';

export type RenditionsUses = {
  library: Pick<MediaLibrary, 'readAsset' | 'importPath' | 'makeWorkFolder' | 'workers'>;
  jobs: Pick<JobQueue, 'enqueue'>;
};
export type RenditionsService = ReturnType<typeof renditionsService>;

const order = z.object({ cut: z.object({ assetId: z.string(), change: changeShape }) });

/** Other cuts of pictures and films: made in a worker, brought into the library as assets of their own.
 *  The original is never touched. */
export function renditionsService(tools: FeatureTools, { library, jobs }: RenditionsUses) {
  const store = renditionStore(tools.db);

  function original(assetId: string, kind: MediaChange['kind']): AssetFact {
    const asset = library.readAsset(assetId);
    if (!asset) throw new Problem('not-found');
    if (asset.kind !== kind) throw new Problem('invalid-input', { fields: 'change' });
    return asset;
  }

  /** Brings what a worker wrote into the library and keeps what it was made of. */
  async function bring(path: string, source: AssetFact, change: MediaChange): Promise<string> {
    const name =
      source.name.replace(/\.\w{2,5}$/, '') + (change.kind === 'video' ? '.mp4' : '.jpg');
    const { productIds } = source;
    const outcome = await library.importPath(path, { origin: 'studio', name, productIds });
    if (!outcome.ok) throw new Problem(outcome.code, outcome.params);
    const { assetId } = outcome;
    tools.transact(() => {
      store.insert({ assetId, sourceAssetId: source.id, change }, tools.clock.now());
      tools.events.changed('creations');
    });
    return assetId;
  }

  async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
    const folder = await library.makeWorkFolder();
    try {
      return await work(folder.path);
    } finally {
      await folder.remove();
    }
  }

  /** A photo is cut as it is shown: turned, cropped and lit as the merchant set it. */
  const cutPhoto = (source: AssetFact, change: MediaChange & { kind: 'photo' }) =>
    inFolder(async (folder) => {
      const outPath = join(folder, 'cut.jpg');
      const { crop, frame } = change;
      const path = source.work ? await writeWorked(source, source.work, folder) : source.path;
      const input = { path, outPath, crop, frame };
      await library.workers.run('adaptPhoto', input, { urgent: true });
      return bring(outPath, source, change);
    });

  async function writeWorked(source: AssetFact, work: PhotoWork, folder: string): Promise<string> {
    const outPath = join(folder, 'worked.png');
    const { path, widthPx = 1, heightPx = 1 } = source;
    const size = { widthPx, heightPx };
    const worked = { ...size, focus: { xFrac: 0.5, yFrac: 0.5 }, work };
    const input = { path, outPath, ...size, paper: '#ffffff', worked };
    await library.workers.run('scalePhoto', input, { urgent: true });
    return outPath;
  }

  async function cutFilm(run: JobRun): Promise<void> {
    const { cut } = order.parse(run.input);
    if (cut.change.kind !== 'video' || run.isDone('cut')) return;
    const { change } = cut;
    const source = original(cut.assetId, 'video');
    const assetId = await inFolder(async (folder) => {
      const outPath = join(folder, 'cut.mp4');
      const { framesPerSecond } = source.film ?? {};
      const { widthPx = 1080, heightPx = 1920, durationMs = 0 } = source;
      const plan = planFilm({ widthPx, heightPx, durationMs, framesPerSecond }, change);
      const input = { ...plan, path: source.path, outPath, folder };
      await library.workers.run('adaptVideo', input, {
        signal: run.signal,
        onProgress: run.progress,
      });
      run.signal.throwIfAborted();
      return bring(outPath, source, change);
    });
    const made = original(assetId, 'video');
    tools.transact(() => run.keep('cut', fileOf(made)));
  }

  return {
    async make(
      { assetId, change: asked }: { assetId: string; change: MediaChange },
      clientId?: string,
    ): Promise<{ assetId?: string; jobId?: string }> {
      const source = original(assetId, asked.kind);
      const change = ofWork(asked, source.work);
      const before = store.same(assetId, change);
      if (before && library.readAsset(before.assetId)) return { assetId: before.assetId };
      return tools.applyOnceAsync('renditions/make', clientId, async () => {
        if (change.kind === 'photo') return { assetId: await cutPhoto(source, change) };
        const input: z.infer<typeof order> = { cut: { assetId, change } };
        return { jobId: jobs.enqueue({ kind: 'video', title: source.name, total: 1, input }) };
      });
    },
    source(assetId: string): { source?: { assetId: string; change: MediaChange } } {
      const cut = store.find(assetId);
      return cut ? { source: { assetId: cut.sourceAssetId, change: cut.change } } : {};
    },
    /** For the one queue of videos: is this job a cut of ours? */
    isCut: (input: unknown): boolean => order.safeParse(input).success,
    runner: cutFilm,
  };
}

/** Once a photo is worked otherwise, the cut that was made of it before is another one. */
function ofWork(change: MediaChange, work: PhotoWork | undefined): MediaChange {
  if (change.kind !== 'photo') return change;
  const { workKey: _before, ...rest } = change;
  const workKey = photoWorkKey(work);
  return workKey ? { ...rest, workKey } : rest;
}

const formats: Record<ClassicFormat, number> = {
  '1:1': 1,
  '4:5': 0.8,
  '9:16': 0.5625,
  '1.91:1': 1.91,
};

/** Jobs name a format: the nearest one stands for a film of any shape. */
function fileOf(asset: AssetFact): JobFile {
  const { path, widthPx = 0, heightPx = 0, sizeBytes, durationMs, productIds } = asset;
  const ratio = Math.log(widthPx / Math.max(1, heightPx));
  const distance = (format: ClassicFormat) => Math.abs(Math.log(formats[format]) - ratio);
  const names = Object.keys(formats) as ClassicFormat[];
  const format = names.reduce((best, one) => (distance(one) < distance(best) ? one : best));
  return { path, widthPx, heightPx, assetId: asset.id, format, productIds, sizeBytes, durationMs };
}
