import type { DrawContext } from './draw-context.ts';
import { drawLayer } from './draw-layer.ts';
import { paintFor } from './draw-shape.ts';
import type { SceneAssets } from './scene-assets.ts';
import type { Scene } from './scene.ts';

export type { SceneAssets } from './scene-assets.ts';

/** Draws a scene as it stands at `timeMs` (0 for a picture), covering the whole canvas of
 *  `scene.widthPx` × `scene.heightPx`. The same pixels in the browser and in Node. */
export function drawScene(
  ctx: DrawContext,
  scene: Scene,
  timeMs: number,
  assets: SceneAssets,
): void {
  const whole = { xPx: 0, yPx: 0, widthPx: scene.widthPx, heightPx: scene.heightPx };
  ctx.save();
  ctx.fillStyle = paintFor(ctx, scene.background, whole);
  ctx.fillRect(0, 0, whole.widthPx, whole.heightPx);
  for (const layer of scene.layers) drawLayer(ctx, layer, scene, timeMs, assets);
  ctx.restore();
}
