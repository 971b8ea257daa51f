import type { DrawContext } from './draw-context.ts';
import { clipMoment } from './clip-moment.ts';
import { drawBadge } from './draw-badge.ts';
import { drawClip } from './draw-clip.ts';
import { drawGroup, needsGroup, type Alone } from './draw-group.ts';
import { drawLogo } from './draw-logo.ts';
import { clipFrom } from './draw-passage.ts';
import { drawPhoto } from './draw-photo.ts';
import { drawPrice } from './draw-price.ts';
import { drawQr } from './draw-qr.ts';
import { paintFor, traceShape } from './draw-shape.ts';
import { drawSticker } from './draw-sticker.ts';
import { drawText } from './draw-text.ts';
import type { SceneAssets } from './scene-assets.ts';
import { layoutText } from './layout-text.ts';
import { layerPose, type LayerPose } from './layer-motion.ts';
import { logoRequest, photoRequest } from './photo-requests.ts';
import type { Box, Layer, Scene, ShapeLayer } from './scene.ts';
import { typed } from './typed-letters.ts';

/** Of every video. */
const framesPerSecond = 30;

/** Draws one layer as it stands at `timeMs`, or nothing when it is not seen then. */
export function drawLayer(
  ctx: DrawContext,
  layer: Layer,
  scene: Scene,
  timeMs: number,
  assets: SceneAssets,
): void {
  const pose = layer.hidden ? undefined : layerPose(layer, scene, timeMs);
  if (!pose) return;
  ctx.save();
  ctx.globalAlpha = pose.opacity;
  if (layer.blend) ctx.globalCompositeOperation = layer.blend;
  turnAndScale(ctx, layer, pose);
  const box = wholePixels(layer.box, pose);
  if (pose.wipe) clipFrom(ctx, pose.wipe.side, pose.wipe.frac, box);
  const draw = (target: DrawContext, alone?: Alone): void =>
    drawBody(target, layer, scene, { box, pose, timeMs, alone }, assets);
  // What is kept as a picture already fades as one.
  const isWhole = assets.overlays !== undefined && isKept(layer, scene, pose) && !layer.shadow;
  const { canvas } = assets;
  if (canvas && !isWhole && needsGroup(layer, pose.opacity))
    drawGroup(ctx, { ...layer, box }, scene, { canvas, scale: pose.scale }, draw);
  else draw(ctx);
  ctx.restore();
}

/** Where a layer stands, and what it has when a clear canvas is its own. */
type Stand = { box: Box; pose: LayerPose; timeMs: number; alone: Alone | undefined };

function drawBody(
  ctx: DrawContext,
  layer: Layer,
  scene: Scene,
  { box, pose, timeMs, alone }: Stand,
  assets: SceneAssets,
): void {
  if (layer.kind === 'photo')
    drawPhoto(ctx, layer, box, assets.photo(photoRequest(layer).key), {
      progressFrac: pose.progressFrac,
      frames: framesOf(layer, scene),
      isPlain: isPlain(layer, pose),
      alone,
    });
  else if (layer.kind === 'clip')
    drawClip(ctx, layer, box, assets.clip?.(layer, clipMoment(layer, timeMs)));
  else if (isKept(layer, scene, pose) && assets.overlays)
    drawKept(ctx, layer, box, assets, assets.overlays);
  else drawFresh(ctx, layer, box, assets, pose);
}

function framesOf({ inMs = 0, outMs }: Layer, { durationMs }: Scene): number {
  return (((outMs ?? durationMs) - inMs) * framesPerSecond) / 1000;
}

function isPlain(layer: Layer, pose: LayerPose): boolean {
  const isWhole = pose.opacity === 1 && pose.scale === 1 && !pose.wipe;
  return isWhole && !layer.rotationDeg && !hasEffect(layer);
}

function hasEffect(layer: Layer): boolean {
  return layer.blend !== undefined || layer.shadow !== undefined;
}

/** Only what stands or slides upright, with all its letters, is kept: a turned or growing picture of
 *  letters would be sampled anew by each engine in its own way, while their outlines are not. */
function isKept(layer: Layer, scene: Scene, pose: LayerPose): boolean {
  const isChanging = pose.lettersFrac !== undefined || pose.count !== undefined;
  return scene.durationMs > 0 && pose.scale === 1 && !layer.rotationDeg && !isChanging;
}

type OverlayLayer = Exclude<Layer, { kind: 'photo' | 'clip' }>;

/** Photos are copied pixel by pixel only when they stand at whole pixels; so everything does. */
function wholePixels(box: Box, pose: LayerPose): Box {
  return {
    xPx: Math.round(box.xPx + pose.dxPx),
    yPx: Math.round(box.yPx + pose.dyPx),
    widthPx: Math.round(box.widthPx),
    heightPx: Math.round(box.heightPx),
  };
}

function turnAndScale(ctx: DrawContext, layer: Layer, pose: LayerPose): void {
  const turn = layer.rotationDeg ?? 0;
  if (turn === 0 && pose.scale === 1) return;
  const cx = layer.box.xPx + layer.box.widthPx / 2 + pose.dxPx;
  const cy = layer.box.yPx + layer.box.heightPx / 2 + pose.dyPx;
  ctx.translate(cx, cy);
  if (turn !== 0) ctx.rotate((turn * Math.PI) / 180);
  if (pose.scale !== 1) ctx.scale(pose.scale, pose.scale);
  ctx.translate(-cx, -cy);
}

function drawKept(
  ctx: DrawContext,
  layer: OverlayLayer,
  box: Box,
  assets: SceneAssets,
  overlays: NonNullable<SceneAssets['overlays']>,
): void {
  const { widthPx, heightPx } = box;
  // Half of an outline lies outside the box.
  const rimPx =
    layer.kind === 'shape' && layer.stroke ? Math.ceil(layer.stroke.widthPx / 2) + 1 : 0;
  const wide = widthPx + 2 * rimPx;
  const tall = heightPx + 2 * rimPx;
  // Blocks of one colour and different sizes must not take each other's place in every frame.
  const image = overlays.take(`${looks(layer)} ${wide} × ${tall}`, wide, tall, (clear) =>
    drawFresh(clear, layer, { xPx: rimPx, yPx: rimPx, widthPx, heightPx }, assets),
  );
  ctx.drawImage(image as never, box.xPx - rimPx, box.yPx - rimPx);
}

/** All that decides how a layer looks, without where and when it is seen. */
function looks(layer: OverlayLayer): string {
  const { id: _id, box: _box, inMs: _in, outMs: _out, motions: _motions, ...rest } = layer;
  return JSON.stringify(rest);
}

function drawFresh(
  ctx: DrawContext,
  layer: OverlayLayer,
  box: Box,
  assets: SceneAssets,
  { lettersFrac, count }: Pick<LayerPose, 'lettersFrac' | 'count'> = {},
): void {
  const { fonts } = assets;
  switch (layer.kind) {
    case 'shape':
      return drawShape(ctx, layer, box);
    case 'text': {
      const layout = layoutText(layer.text, layer.style, box, fonts);
      return drawText(ctx, typed(layout, layer.text, lettersFrac), layer.style.colour);
    }
    case 'price':
      return drawPrice(ctx, layer, box, fonts, count);
    case 'badge':
      return drawBadge(ctx, layer, box, fonts);
    case 'qr':
      return drawQr(ctx, layer, box);
    case 'sticker':
      return drawSticker(ctx, layer, box);
    case 'logo': {
      const key = layer.photoId && logoRequest(layer.photoId, box.widthPx, box.heightPx).key;
      const photo = key ? assets.photo(key) : undefined;
      return drawLogo(ctx, layer, box, fonts, photo && { photo, canvas: assets.canvas });
    }
  }
}

function drawShape(ctx: DrawContext, layer: ShapeLayer, box: Box): void {
  traceShape(ctx, layer.shape, box);
  if (layer.fill) {
    ctx.fillStyle = paintFor(ctx, layer.fill, box);
    ctx.fill();
  }
  if (layer.stroke) {
    ctx.strokeStyle = layer.stroke.colour;
    ctx.lineWidth = layer.stroke.widthPx;
    ctx.stroke();
  }
}
