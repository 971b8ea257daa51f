import { photoRequests, type PhotoRequest } from '../../../shared/scene/photo-requests.ts';
import type { Scene } from '../../../shared/scene/scene.ts';
import type { ScenePhoto } from '../../../shared/scene/draw-context.ts';
import { Problem } from '../../../shared/contract/problem.ts';
import { decodeMaster, enlargement, scaleMaster, type PhotoMaster } from './photo-master.ts';
import type { WorkerTools } from './worker-tools.ts';

/** Decodes each photo of a piece of work once, however many scenes and sizes want it. */
export function createScenePhotos(tools: WorkerTools, files: Record<string, string>) {
  const masters = new Map<string, PhotoMaster>();

  async function masterOf(request: PhotoRequest, paper: string): Promise<PhotoMaster> {
    const key = `${request.photoId}@${request.contain ? 'alpha' : paper}`;
    const known = masters.get(key);
    if (known) return known;
    const path = files[request.photoId];
    if (!path) throw new Problem('photo-missing');
    const options = { keepAlpha: request.contain === true, paper };
    const master = await decodeMaster(await tools.sharp(), path, options);
    masters.set(key, master);
    return master;
  }

  async function prepare(request: PhotoRequest, paper: string): Promise<ScenePhoto> {
    const master = await masterOf(request, paper);
    enlargement(master, request);
    const sharp = await tools.sharp();
    const { createCanvas, ImageData } = await tools.canvas();
    const { pixels, widthPx, heightPx } = await scaleMaster(sharp, master, request);
    const image = createCanvas(widthPx, heightPx);
    const bytes = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.byteLength);
    image.getContext('2d').putImageData(new ImageData(bytes, widthPx, heightPx), 0, 0);
    return { image, widthPx, heightPx };
  }

  /** Every photo of a scene at the size at which it is drawn, by request key. */
  async function photosOf(scene: Scene): Promise<Map<string, ScenePhoto>> {
    const paper = typeof scene.background === 'string' ? scene.background.slice(0, 7) : '#ffffff';
    const ready = new Map<string, ScenePhoto>();
    for (const request of photoRequests(scene)) {
      tools.signal.throwIfAborted();
      ready.set(request.key, await prepare(request, paper));
    }
    return ready;
  }

  return {
    photosOf,
    /** Lets go of the decoded photos; the scaled ones stay usable. */
    forget: () => masters.clear(),
  };
}
