import { join } from 'node:path';
import { z } from 'zod';
import { Problem } from '../../shared/contract/problem.ts';
import { format as formatShape, id } from '../../shared/contract/shapes.ts';
import type { Format } from '../../shared/contract/shapes.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { JobRun } from '../jobs/job-types.ts';
import { jobFileOf } from '../media/job-file.ts';
import { filesOf } from './film-files.ts';
import type { EncoderCases } from './encoders.ts';
import type { FilmsUses } from './films-uses.ts';
import { scenePrint } from './scene-print.ts';
import type { FilmRow, FilmStore } from './store.ts';

/** What a job of videos carries when it makes a film. */
export const filmOrder = z.object({ film: z.object({ id, formats: z.array(formatShape) }) });

type Uses = {
  tools: FeatureTools;
  uses: FilmsUses;
  store: FilmStore;
  encoders: Pick<EncoderCases, 'chosen' | 'giveUp'>;
  compose: (row: FilmRow, format: Format) => Scene;
};

/** Makes the ordered formats of a film, each as it stands when its turn comes; one that did not change
 *  since it was last made is taken as it is. */
export async function makeFilm(making: Uses, run: JobRun): Promise<void> {
  const order = filmOrder.parse(run.input).film;
  for (const [index, format] of order.formats.entries()) {
    run.signal.throwIfAborted();
    if (run.isDone(format)) continue;
    const row = making.store.find(order.id);
    if (!row) throw new Problem('not-found');
    const scene = making.compose(row, format);
    const print = scenePrint(scene);
    if (await takeMade(making, run, row, scene, print)) continue;
    const onProgress = (frac: number) => run.progress((index + frac) / order.formats.length);
    await makeScene(making, run, row, { scene, print, onProgress });
  }
}

async function takeMade(
  { tools, uses: { library }, store }: Uses,
  run: JobRun,
  { id: filmId, version }: FilmRow,
  { format }: Scene,
  print: string,
): Promise<boolean> {
  const made = store.findMade(filmId, format, print);
  const asset = made === undefined ? undefined : library.readAsset(made);
  if (!asset || !(await library.verifyAsset(asset.id))) return false;
  tools.transact(() => {
    store.insertMade({ assetId: asset.id, filmId, format, print, version }, tools.clock.now());
    run.keep(format, jobFileOf(asset, format));
  });
  return true;
}

async function makeScene(
  { tools, uses, store, encoders }: Uses,
  run: JobRun,
  { id: filmId, name, version }: FilmRow,
  { scene, print, onProgress }: { scene: Scene; print: string; onProgress: (frac: number) => void },
): Promise<void> {
  const { library } = uses;
  const { format } = scene;
  const folder = await library.makeWorkFolder();
  try {
    const paths = {
      path: join(folder.path, 'video.mp4'),
      thumbPath: join(folder.path, 'thumb.webp'),
    };
    const files = await filesOf(uses, scene, run.signal);
    const encoder = encoders.chosen();
    const input = { scene, ...files, folder: folder.path, ...paths, encoder };
    const { refused, ...file } = await library.workers.run('renderVideo', input, {
      signal: run.signal,
      onProgress,
    });
    run.signal.throwIfAborted();
    tools.transact(() => {
      const productIds = [
        ...new Set((scene.parts ?? []).flatMap(({ productId }) => productId ?? [])),
      ];
      const facts = {
        notes: [],
        name: `${name} ${format.replace(':', 'x')}.mp4`,
        format,
        productIds,
        scene,
      };
      const made = { ...file, thumbPath: paths.thumbPath, mime: 'video/mp4' as const };
      const asset = library.addStudioFile({ ...made, ...facts });
      store.insertMade({ assetId: asset.id, filmId, format, print, version }, tools.clock.now());
      run.keep(format, jobFileOf(asset, format));
      if (refused) tellRefusal(run, format, refused);
      tools.events.changed('creations');
    });
    if (refused) encoders.giveUp(refused);
  } finally {
    await folder.remove();
  }
}

/** The film is there, made by software: said beside it. */
function tellRefusal(run: JobRun, format: Format, refused: string): void {
  const params = { encoder: refused };
  run.problem(`encoder ${format}`, { productIds: [], format, code: 'encoder-refused', params });
}
