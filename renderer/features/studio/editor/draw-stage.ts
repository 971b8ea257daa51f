import type { DrawContext, ScenePhoto } from '../../../../shared/scene/draw-context.ts';
import { drawLayer } from '../../../../shared/scene/draw-layer.ts';
import { drawScene, type SceneAssets } from '../../../../shared/scene/draw-scene.ts';
import { seenPart } from '../../../../shared/scene/edit/photo-view.ts';
import type { FontSet } from '../../../../shared/scene/font-set.ts';
import { photoRequest } from '../../../../shared/scene/photo-requests.ts';
import type { PhotoLayer, Scene } from '../../../../shared/scene/scene.ts';
import { ownCanvas } from '../../../ui/own-canvas.ts';
import { wholeKey, type EditorPhotos, type Source } from './use-editor-photos.ts';
import type { LiveLook } from './use-live-look.ts';

/** With the photo that is being retouched. */
export type StagePhotos = EditorPhotos & { live: LiveLook };

/** What lies below the lowest layer that moves stays as it was drawn. */
type Marks = { scene: Scene; scale: number; exact: unknown; whole: unknown; live: string };
type Kept = Marks & { count: number; image: OffscreenCanvas };

/** Draws the scene of the editor again and again: the layers under those that change are drawn once
 *  and copied, so that moving one of two hundred costs what one costs. */
export function createStagePainter() {
  let kept: Kept | undefined;
  let last: Marks | undefined;

  function draw(
    ctx: CanvasRenderingContext2D,
    scene: Scene,
    scale: number,
    photos: StagePhotos,
    fonts: FontSet,
  ): void {
    const photo = photoFinder(scene, photos, scale);
    const assets: SceneAssets = { fonts, photo, canvas: ownCanvas };
    const { exact, whole, live: look } = photos;
    const live = `${look.version()}@${look.layerId ?? ''}`;
    const marks: Marks = { scene, scale, exact, whole, live };
    const still = last ? stillLayers(last, marks) : 0;
    last = marks;
    const isUsable = kept && stillLayers(kept, marks) >= kept.count;
    // Made anew where it saves much more, or holds something that moves now.
    if (!kept || !isUsable || kept.count > still || kept.count + 8 < still)
      kept =
        still >= 3 && still < scene.layers.length
          ? { ...marks, count: still, image: drawKept(ctx, scene, still, scale, assets) }
          : undefined;
    ctx.save();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    if (kept) ctx.drawImage(kept.image, 0, 0);
    ctx.scale(scale, scale);
    if (!kept) drawScene(ctx as DrawContext, scene, 0, assets);
    else
      for (const layer of scene.layers.slice(kept.count))
        drawLayer(ctx as DrawContext, layer, scene, 0, assets);
    ctx.restore();
  }

  return { draw };
}

/** How many of the lowest layers are the very same in both; none on another ground. */
function stillLayers(before: Marks, now: Marks): number {
  const isOther =
    before.scale !== now.scale || before.exact !== now.exact || before.whole !== now.whole;
  const [was, is] = [before.scene, now.scene];
  if (isOther || was.background !== is.background || was.format !== is.format) return 0;
  const isLooked = (id: string) => before.live !== now.live && now.live.endsWith(`@${id}`);
  const differs = is.layers.findIndex(
    (layer, index) => was.layers[index] !== layer || isLooked(layer.id),
  );
  return differs < 0 ? is.layers.length : differs;
}

function drawKept(
  like: CanvasRenderingContext2D,
  scene: Scene,
  count: number,
  scale: number,
  assets: SceneAssets,
): OffscreenCanvas {
  const image = new OffscreenCanvas(like.canvas.width, like.canvas.height);
  const ctx = image.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('no canvas');
  ctx.scale(scale, scale);
  const below = { ...scene, layers: scene.layers.slice(0, count) };
  drawScene(ctx as DrawContext, below, 0, assets);
  return image;
}

/** The photo as it will be, or for as long as that is on its way the same part of the whole one. */
function photoFinder(scene: Scene, photos: StagePhotos, scale: number): SceneAssets['photo'] {
  return (key) => {
    const exact = photos.exact.get(key);
    if (exact) return { image: exact, widthPx: exact.width, heightPx: exact.height };
    const layer = scene.layers.find(
      (one): one is PhotoLayer => one.kind === 'photo' && photoRequest(one).key === key,
    );
    return layer && cutWhole(layer, photos, scale);
  };
}

/** All of the photo with its settings; until that has come, as it was set before. */
function wholeOf(
  layer: PhotoLayer,
  source: Source,
  photos: StagePhotos,
): ImageBitmap | OffscreenCanvas | undefined {
  const looked = photos.live.layerId === layer.id ? photos.live.image() : undefined;
  if (looked) return looked;
  const found = photos.whole.get(wholeKey(layer, source));
  if (found) return found;
  const before = [...photos.whole.keys()].findLast((key) => key.startsWith(`${layer.photoId}@`));
  return before === undefined ? undefined : photos.whole.get(before);
}

function cutWhole(layer: PhotoLayer, photos: StagePhotos, scale: number): ScenePhoto | undefined {
  const source = photos.sourceOf(layer);
  const whole = source && wholeOf(layer, source, photos);
  if (!whole || !source) return undefined;
  const part = seenPart(layer, source);
  const widthPx = Math.max(1, Math.round(layer.box.widthPx * Math.min(1, scale)));
  const heightPx = Math.max(1, Math.round(layer.box.heightPx * Math.min(1, scale)));
  const image = new OffscreenCanvas(widthPx, heightPx);
  const ctx = image.getContext('2d');
  if (!ctx) return undefined;
  if (layer.flip === 'x') {
    ctx.translate(widthPx, 0);
    ctx.scale(-1, 1);
  }
  const { width, height } = whole;
  ctx.drawImage(
    whole,
    ...([part.xFrac * width, part.yFrac * height] as const),
    ...([part.widthFrac * width, part.heightFrac * height] as const),
    ...([0, 0, widthPx, heightPx] as const),
  );
  return { image, widthPx, heightPx };
}
