import type { DrawContext, ScenePhoto } from './draw-context.ts';
import type { FontSet } from './font-set.ts';
import type { OverlayCache } from './overlay-cache.ts';
import type { Scene } from './scene.ts';

/** What a scene is drawn with. `photo` is asked with the keys of `photoRequests(scene)`. */
export type SceneAssets = {
  photo(key: string): ScenePhoto | undefined;
  fonts: FontSet;
  /** For videos: keeps words and shapes that stand still from being drawn anew for every frame. */
  overlays?: OverlayCache | undefined;
};

/** Draws a scene as it stands at `timeMs` (0 for a picture), covering the whole canvas of
 *  `scene.widthPx` × `scene.heightPx`. The same pixels in the browser and in Node. */
export function drawScene(
  ctx: DrawContext,
  scene: Scene,
  timeMs: number,
  assets: SceneAssets,
): void {
  ctx.save();
  fillBackground(ctx, scene);
  for (const layer of scene.layers) drawLayer(ctx, layer, scene, timeMs, assets);
  ctx.restore();
}
