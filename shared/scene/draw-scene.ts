import { withoutCovered } from './covered-layers.ts';
import type { DrawContext } from './draw-context.ts';
import { drawLayer } from './draw-layer.ts';
import { drawPassage } from './draw-passage.ts';
import { paintFor } from './draw-shape.ts';
import { passageOf, runsOf, type LayerRun, type Passage } from './part-passage.ts';
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
  const runs = seenRuns(scene, timeMs, assets);
  ctx.save();
  if (!runs.coversAll) {
    const whole = { xPx: 0, yPx: 0, widthPx: scene.widthPx, heightPx: scene.heightPx };
    ctx.fillStyle = paintFor(ctx, scene.background, whole);
    ctx.fillRect(0, 0, whole.widthPx, whole.heightPx);
  }
  for (const run of runs.seen) drawRun(ctx, run, scene, timeMs, assets);
  ctx.restore();
}

type SeenRun = LayerRun & { passage: Passage | undefined };

/** What of the scene can be seen: nothing under what covers all of the picture has to be drawn. */
function seenRuns(
  scene: Scene,
  timeMs: number,
  assets: SceneAssets,
): { seen: SeenRun[]; coversAll: boolean } {
  let seen: SeenRun[] = [];
  let coversAll = false;
  for (const { part, layers: all } of runsOf(scene.layers)) {
    const passage = part === undefined ? undefined : passageOf(scene, part, timeMs);
    const { layers, coversAll: hides } = withoutCovered(all, scene, timeMs, assets);
    const run = { part, layers, passage };
    // While a part arrives, what it comes over is still seen.
    if (hides && !passage) [seen, coversAll] = [[run], true];
    else seen.push(run);
  }
  return { seen, coversAll };
}

function drawRun(
  ctx: DrawContext,
  { layers, passage }: SeenRun,
  scene: Scene,
  timeMs: number,
  assets: SceneAssets,
): void {
  const draw = (target: DrawContext): void => {
    for (const layer of layers) drawLayer(target, layer, scene, timeMs, assets);
  };
  const takeStage = assets.stage ?? assets.canvas;
  if (passage && takeStage) drawPassage(ctx, passage, scene, takeStage, draw);
  else draw(ctx);
}
