import type { ScenePhoto } from '../../../shared/scene/draw-context.ts';
import { photoRequests, type PhotoRequest } from '../../../shared/scene/photo-requests.ts';
import type { Scene } from '../../../shared/scene/scene.ts';
import { frameSpan, type FrameSpan } from './frame-span.ts';
import { freeUnused } from './pixel-memory.ts';
import { createScenePhotos } from './scene-photos.ts';
import type { WorkerTools } from './worker-tools.ts';

/** A photo is decoded this long before it is first seen: while frames before it are drawn. */
const aheadMs = 1500;

export type NearPhotos = {
  /** Has the photos of this frame of the video ready. Frames are asked for in order. */
  prepare(frame: number): Promise<void>;
  photo(key: string): ScenePhoto | undefined;
};
type Entry = FrameSpan & { request: PhotoRequest; coming?: Promise<ScenePhoto> };

/** The photos of a video, each held only while it is near: sixty seconds of them would not fit. */
export function createNearPhotos(
  tools: WorkerTools,
  scene: Scene,
  { files, framesPerSecond }: { files: Record<string, string>; framesPerSecond: number },
): NearPhotos {
  const photos = createScenePhotos(tools, files);
  const entries = entriesOf(scene, framesPerSecond);
  const ready = new Map<string, ScenePhoto>();
  const aheadFrames = Math.round((aheadMs / 1000) * framesPerSecond);
  let turn: Promise<unknown> = Promise.resolve();
  let open = 0;

  /** One after the other: several large photos decoded at once are what memory is short of. */
  function decode(entry: Entry): Promise<ScenePhoto> {
    open++;
    const coming = turn.then(async () => {
      tools.signal.throwIfAborted();
      return photos.photoOf(entry.request, scene);
    });
    turn = coming.then(rest, rest);
    return coming;
  }

  /** What was decoded for a photo serves its other sizes, too, while these are wanted now. */
  function rest(): void {
    if (--open === 0) photos.forget();
  }

  return {
    async prepare(frame) {
      let hasLeft = false;
      for (const entry of entries) {
        const { key } = entry.request;
        if (frame > entry.lastFrame) hasLeft = ready.delete(key) || hasLeft;
        else if (frame >= entry.firstFrame - aheadFrames) entry.coming ??= decode(entry);
        entry.coming?.catch(() => {});
        if (frame < entry.firstFrame || frame > entry.lastFrame || ready.has(key)) continue;
        entry.coming ??= decode(entry);
        ready.set(key, await entry.coming);
      }
      if (!hasLeft) return;
      for (const entry of entries) if (frame > entry.lastFrame) delete entry.coming;
      freeUnused();
    },
    photo: (key) => ready.get(key),
  };
}

/** Each photo once, from where it is first seen to where it is last seen; the first seen first. */
function entriesOf(scene: Scene, framesPerSecond: number): Entry[] {
  const byKey = new Map<string, Entry>();
  for (const layer of scene.layers) {
    if (layer.hidden) continue;
    const span = frameSpan(layer, scene, framesPerSecond);
    for (const request of photoRequests({ ...scene, layers: [layer] })) {
      const known = byKey.get(request.key);
      byKey.set(request.key, {
        request,
        firstFrame: Math.min(known?.firstFrame ?? Infinity, span.firstFrame),
        lastFrame: Math.max(known?.lastFrame ?? -1, span.lastFrame),
      });
    }
  }
  return [...byKey.values()].toSorted((a, b) => a.firstFrame - b.firstFrame);
}
