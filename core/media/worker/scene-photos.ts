import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import {
  coverCrop,
  isWorked,
  photoRequests,
  type PhotoRequest,
} from '../../../shared/scene/photo-requests.ts';
import { hasHoles } from '../../../shared/scene/photo-work/apply-look.ts';
import type { Scene } from '../../../shared/scene/scene.ts';
import type { ScenePhoto } from '../../../shared/scene/draw-context.ts';
import { Problem } from '../../../shared/contract/problem.ts';
import { createPhotoLevels, takesWhole, type PhotoCut, type PhotoLevels } from './photo-cut.ts';
import { openMaster, enlargement, type PhotoMaster } from './photo-master.ts';
import { createPhotoWorker } from './work-photo.ts';
import type { WorkerTools } from './worker-tools.ts';

type Decoded = {
  master: PhotoMaster;
  levels: PhotoLevels;
  work: ReturnType<typeof createPhotoWorker>;
};

/** Opens each photo of a piece of work once, however many scenes and sizes want it. Of `scenes` it is known
 *  beforehand that they come: none of their photos is read twice. */
export function createScenePhotos(
  tools: WorkerTools,
  files: Record<string, string>,
  scenes: readonly Scene[] = [],
) {
  const masters = new Map<string, Decoded>();
  const toCome = scenes.flatMap((scene) => [...photoRequests(scene)]);

  async function masterOf(request: PhotoRequest, paper: string): Promise<Decoded> {
    const key = `${request.photoId}@${request.contain ? 'alpha' : paper}`;
    const known = masters.get(key);
    if (known) return known;
    const path = files[request.photoId];
    if (!path) throw new Problem('photo-missing');
    const options = { keepAlpha: request.contain === true, paper };
    const sharp = await tools.sharp();
    const master = await openMaster(sharp, path, options);
    const isWholeWanted = toCome.some(
      (other) => other.photoId === request.photoId && takesWhole(master, cutOf(master, other)),
    );
    const levels = createPhotoLevels(sharp, master, isWholeWanted);
    const decoded = { master, levels, work: createPhotoWorker(master, levels) };
    masters.set(key, decoded);
    return decoded;
  }

  async function prepare(request: PhotoRequest, paper: string): Promise<ScenePhoto> {
    const { master, levels, work } = await masterOf(request, paper);
    enlargement(master, request);
    if (isWorked(request)) {
      const { pixels, widthPx, heightPx } = await work(request);
      const drawn = { data: pixels, info: { width: widthPx, height: heightPx } };
      return scenePhoto(await tools.canvas(), drawn, hasHoles(request.work));
    }
    const cut = await levels.cut(cutOf(master, request));
    const drawn = await cut.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
    return scenePhoto(await tools.canvas(), drawn, request.contain === true);
  }

  /** Every photo of a scene at the size at which it is drawn, by request key. */
  async function photosOf(scene: Scene): Promise<Map<string, ScenePhoto>> {
    const paper = paperOf(scene);
    const ready = new Map<string, ScenePhoto>();
    for (const request of photoRequests(scene)) {
      tools.signal.throwIfAborted();
      ready.set(request.key, await prepare(request, paper));
    }
    return ready;
  }

  return {
    photosOf,
    /** One photo at the size at which it is drawn. */
    photoOf: (request: PhotoRequest, scene: Scene) => prepare(request, paperOf(scene)),
    /** Lets go of the decoded photos; the scaled ones stay usable. */
    forget() {
      for (const { levels } of masters.values()) levels.letGo();
      masters.clear();
    },
  };
}

function cutOf(master: PhotoMaster, request: PhotoRequest): PhotoCut {
  const crop = request.contain ? undefined : coverCrop(master, request);
  return { ...request, crop, grey: request.tone === 'grey' };
}

/** What shows through the holes of a photo. */
function paperOf({ background }: Scene): string {
  return typeof background === 'string' ? background.slice(0, 7) : '#ffffff';
}

type CanvasModule = Awaited<ReturnType<WorkerTools['canvas']>>;
type RawPixels = { data: Uint8Array | Uint8ClampedArray; info: { width: number; height: number } };

/** A canvas for it is only made where the scene does not take the pixels as they are. */
function scenePhoto(
  { createCanvas, ImageData }: CanvasModule,
  { data, info: { width: widthPx, height: heightPx } }: RawPixels,
  hasHoles: boolean,
): ScenePhoto {
  const { buffer, byteOffset, byteLength } = data;
  const bytes = new Uint8ClampedArray(buffer as ArrayBuffer, byteOffset, byteLength);
  const pixels = new ImageData(bytes, widthPx, heightPx);
  const stamp = (ctx: unknown, xPx: number, yPx: number) =>
    (ctx as SKRSContext2D).putImageData(pixels, xPx, yPx);
  let canvas: Canvas | undefined;
  return {
    get image() {
      if (canvas) return canvas;
      canvas = createCanvas(widthPx, heightPx);
      stamp(canvas.getContext('2d'), 0, 0);
      return canvas;
    },
    widthPx,
    heightPx,
    stamp: hasHoles ? undefined : stamp,
  };
}
