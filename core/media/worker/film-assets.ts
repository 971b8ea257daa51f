import type { OverlayCanvas } from '../../../shared/scene/overlay-cache.ts';
import type { SceneAssets } from '../../../shared/scene/scene-assets.ts';
import { createOverlayCache } from '../../../shared/scene/overlay-cache.ts';
import { addedFamilies } from '../../../shared/scene/own-fonts.ts';
import type { Scene } from '../../../shared/scene/scene.ts';
import { canvasMaker } from './canvas-maker.ts';
import { createNearPhotos } from './near-photos.ts';
import { createSceneClips } from './scene-clips.ts';
import type { WorkerTools } from './worker-tools.ts';

export type FilmAssets = {
  drawn: SceneAssets;
  /** Has all that this frame shows ready. Frames are asked for in order. */
  prepare(frame: number): Promise<void>;
  close(): void;
};
type Sources = {
  photos: Record<string, string>;
  clips: Record<string, string>;
  framesPerSecond: number;
  /** For programs that run meanwhile. */
  folder: string;
};

/** What the frames of a video are drawn with, as much of it at once as is near. */
export async function openFilmAssets(
  tools: WorkerTools,
  scene: Scene,
  { photos, clips, framesPerSecond, folder }: Sources,
): Promise<FilmAssets> {
  const near = createNearPhotos(tools, scene, { files: photos, framesPerSecond });
  const playing = createSceneClips(tools, {
    ...{ scene, files: clips },
    timing: { framesPerSecond, folder },
  });
  const canvas = await canvasMaker(tools);
  let stage: OverlayCanvas | undefined;
  const drawn: SceneAssets = {
    photo: near.photo,
    clip: playing.clip,
    fonts: await tools.fonts(addedFamilies(scene)),
    overlays: createOverlayCache(canvas),
    canvas,
    stage: (widthPx, heightPx) => (stage ??= canvas(widthPx, heightPx)),
  };
  return {
    drawn,
    async prepare(frame) {
      await near.prepare(frame);
      await playing.prepare(frame);
    },
    close: playing.close,
  };
}
