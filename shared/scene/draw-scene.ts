import type { DrawContext } from './draw-context.ts';
import { drawLayer } from './draw-layer.ts';
import { drawPassage } from './draw-passage.ts';
import { paintFor } from './draw-shape.ts';
import { passageOf, runsOf, type LayerRun } from './part-passage.ts';
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
  for (const run of runsOf(scene.layers)) drawRun(ctx, run, scene, timeMs, assets);
  ctx.restore();
}

function drawRun(
  ctx: DrawContext,
  { part, layers }: LayerRun,
  scene: Scene,
  timeMs: number,
  assets: SceneAssets,
): void {
  const draw = (target: DrawContext): void => {
    for (const layer of layers) drawLayer(target, layer, scene, timeMs, assets);
  };
  const passage = part === undefined ? undefined : passageOf(scene, part, timeMs);
  const takeStage = assets.stage ?? assets.canvas;
  if (passage && takeStage) drawPassage(ctx, passage, scene, takeStage, draw);
  else draw(ctx);
}
