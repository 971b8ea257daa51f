import { join } from 'node:path';
import { Problem } from '../../shared/contract/problem.ts';
import type { Format } from '../../shared/contract/shapes.ts';
import { findVideoTemplate } from '../../shared/scene/templates.ts';
import type { VideoTemplate } from '../../shared/scene/template.ts';
import { readTracks, type Track } from '../media/read-tracks.ts';
import type { WorkerOps } from '../media/worker/worker-messages.ts';
import type { JobRun } from '../jobs/job-types.ts';
import { jobFileOf } from '../media/job-file.ts';
import { photoFiles, type FilledScene } from './picture-scenes.ts';
import { outputName, renderOrder, type RenderOrder } from './render-order.ts';
import type { StudioUses } from './studio-uses.ts';
import { fillVideo } from './video-scene.ts';

type MadeVideo = WorkerOps['renderVideo']['output'] & { thumbPath: string };
type Film = {
  uses: StudioUses;
  run: JobRun;
  order: RenderOrder;
  template: VideoTemplate;
  musicDir: string;
  tracks: Track[];
};

/** Makes the videos of a job, one format after the other; those a run before had finished are skipped. */
export async function makeVideo(uses: StudioUses, run: JobRun): Promise<void> {
  const order = renderOrder.parse(run.input);
  const template = findVideoTemplate(order.templateId);
  if (!template) throw new Problem('template-unknown');
  const musicDir = join(uses.resourcesDir, 'music');
  const film = { uses, run, order, template, musicDir, tracks: readTracks(musicDir) };
  for (const [index, format] of order.formats.entries()) {
    run.signal.throwIfAborted();
    if (!run.isDone(format)) await makeFormat(film, format, index);
  }
}

/** The track asked for, the first when none was named, none for silence. */
export function chooseTrack(tracks: readonly Track[], trackId: string | undefined) {
  if (trackId === 'none') return undefined;
  return tracks.find((track) => track.id === trackId) ?? tracks[0];
}

async function makeFormat(film: Film, format: Format, index: number): Promise<void> {
  const { uses, run, order } = film;
  const { library } = uses;
  const folder = await library.makeWorkFolder();
  try {
    const filled = fillFormat(film, format);
    const path = join(folder.path, 'video.mp4');
    const thumbPath = join(folder.path, 'thumb.webp');
    const photos = photoFiles(filled.photos, library.readAsset);
    const input = { scene: filled.scene, photos, folder: folder.path, path, thumbPath };
    const onProgress = (frac: number) => run.progress((index + frac) / order.formats.length);
    const file = await library.workers.run(
      'renderVideo',
      { ...input, ...soundOf(film, filled) },
      { signal: run.signal, onProgress },
    );
    run.signal.throwIfAborted();
    keepVideo(film, format, filled, { ...file, thumbPath });
  } finally {
    await folder.remove();
  }
}

function fillFormat({ uses, order, template, tracks }: Film, format: Format): FilledScene {
  const shop = uses.readShop(order.options.shopId);
  return fillVideo(template, uses.readProducts(order.productIds), format, {
    shop,
    options: order.options,
    readAsset: uses.library.readAsset,
    track: chooseTrack(tracks, order.options.trackId),
    callToAction: uses.tools.say(shop.language, 'studio:callToAction'),
  });
}

function soundOf({ tracks, musicDir }: Film, { scene }: FilledScene) {
  const track = tracks.find((one) => one.id === scene.audio?.trackId);
  if (!track) return {};
  const { durationMs, shape } = track;
  return { sounds: { [track.id]: join(musicDir, track.file) }, music: { durationMs, shape } };
}

function keepVideo(
  { uses, run, template }: Film,
  format: Format,
  { scene, notes }: FilledScene,
  file: MadeVideo,
): void {
  const { tools, library, readShop } = uses;
  const productIds = [...new Set((scene.parts ?? []).flatMap(({ productId }) => productId ?? []))];
  tools.transact(() => {
    const name = outputName(template.names[readShop().language], format, 'mp4');
    const facts = { name, mime: 'video/mp4', format, productIds, scene, notes } as const;
    const asset = library.addStudioFile({ ...file, ...facts });
    run.keep(format, jobFileOf(asset, format));
    tools.events.changed('creations');
  });
}
