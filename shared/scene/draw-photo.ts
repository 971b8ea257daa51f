import type { DrawContext, ScenePhoto } from './draw-context.ts';
import { traceShape } from './draw-shape.ts';
import type { Alone } from './draw-group.ts';
import { eased } from './layer-motion.ts';
import { edgeRim, rimPx } from './photo-rim.ts';
import type { Box, PhotoLayer, RectFrac } from './scene.ts';

/** Stands where a photo is still missing. */
const blankColour = '#D9D3CA';

export type PhotoStand = {
  /** How far its travel has come. */
  progressFrac: number;
  /** Nothing turns, scales, blends or fades it. */
  isPlain: boolean;
  /** When it is drawn on a clear canvas of its own. */
  alone: Alone | undefined;
};

/** Draws a photo layer whose photo is already cropped and scaled as its request says. */
export function drawPhoto(
  ctx: DrawContext,
  layer: PhotoLayer,
  box: Box,
  photo: ScenePhoto | undefined,
  { progressFrac, isPlain, alone }: PhotoStand,
): void {
  const shape = layer.clip?.kind === 'rect' ? undefined : layer.clip;
  if (isPlain && !shape && !layer.travel && photo?.stamp && isExact(box, photo))
    return photo.stamp(ctx, box.xPx, box.yPx);
  if (photo && alone && !layer.travel) return drawCutOut(ctx, layer, box, photo, alone);
  ctx.save();
  if (shape) {
    traceShape(ctx, shape, box);
    ctx.clip();
  }
  if (!photo) {
    ctx.fillStyle = blankColour;
    ctx.fillRect(box.xPx, box.yPx, box.widthPx, box.heightPx);
  } else if (layer.travel) drawMoving(ctx, layer.travel, box, photo, progressFrac);
  else drawStill(ctx, box, photo);
  ctx.restore();
}

function isExact(box: Box, photo: ScenePhoto): boolean {
  return photo.widthPx === box.widthPx && photo.heightPx === box.heightPx;
}

function drawStill(ctx: DrawContext, box: Box, photo: ScenePhoto): void {
  const image = photo.image as never;
  // Without a size there is nothing to scale: pixels are copied as they are.
  if (isExact(box, photo)) ctx.drawImage(image, box.xPx, box.yPx);
  else ctx.drawImage(image, box.xPx, box.yPx, box.widthPx, box.heightPx);
}

/** The shape is filled as a path, then the photo takes its place: engines soften the edges of a path
 *  alike, those of a turned picture or of a clip on clear ground each in its own way. A rim of the photo's
 *  own edge keeps the picture's end out of what is seen. */
function drawCutOut(
  ctx: DrawContext,
  layer: PhotoLayer,
  box: Box,
  photo: ScenePhoto,
  { canvas, beside }: Alone,
): void {
  const [rightly, down] = [box.widthPx / photo.widthPx, box.heightPx / photo.heightPx];
  const laid = beside();
  laid.ctx.drawImage(
    edgeRim(photo, canvas) as never,
    box.xPx - rimPx * rightly,
    box.yPx - rimPx * down,
    box.widthPx + 2 * rimPx * rightly,
    box.heightPx + 2 * rimPx * down,
  );
  ctx.save();
  traceShape(ctx, layer.clip ?? { kind: 'rect' }, box);
  ctx.fillStyle = '#000000';
  ctx.fill();
  // Canvas upon canvas: turned, a picture is not laid into what is there by every engine.
  ctx.setTransform?.(1, 0, 0, 1, 0, 0);
  ctx.globalCompositeOperation = 'source-in';
  ctx.drawImage(laid.image as never, 0, 0);
  ctx.restore();
}

function drawMoving(
  ctx: DrawContext,
  travel: NonNullable<PhotoLayer['travel']>,
  box: Box,
  photo: ScenePhoto,
  progressFrac: number,
): void {
  const seen = between(travel.from, travel.to, eased(travel.easing, progressFrac));
  if (isUnscaled(seen, box, photo)) return drawGliding(ctx, seen, box, photo);
  ctx.drawImage(
    photo.image as never,
    seen.xFrac * photo.widthPx,
    seen.yFrac * photo.heightPx,
    seen.widthFrac * photo.widthPx,
    seen.heightFrac * photo.heightPx,
    box.xPx,
    box.yPx,
    box.widthPx,
    box.heightPx,
  );
}

/** Gliding without zoom, the photo is as large as its request made it. */
function isUnscaled(seen: RectFrac, box: Box, photo: ScenePhoto): boolean {
  return (
    Math.abs(seen.widthFrac * photo.widthPx - box.widthPx) < 1 &&
    Math.abs(seen.heightFrac * photo.heightPx - box.heightPx) < 1
  );
}

/** Copies whole pixels: as sharp as at rest, the same everywhere, and quick. */
function drawGliding(ctx: DrawContext, seen: RectFrac, box: Box, photo: ScenePhoto): void {
  const place = (frac: number, wholePx: number, partPx: number): number =>
    Math.min(Math.max(Math.round(frac * wholePx), 0), Math.max(0, wholePx - partPx));
  const fromXPx = place(seen.xFrac, photo.widthPx, box.widthPx);
  const fromYPx = place(seen.yFrac, photo.heightPx, box.heightPx);
  const { xPx, yPx, widthPx, heightPx } = box;
  const image = photo.image as never;
  ctx.drawImage(image, fromXPx, fromYPx, widthPx, heightPx, xPx, yPx, widthPx, heightPx);
}

function between(from: RectFrac, to: RectFrac, frac: number): RectFrac {
  const mix = (a: number, b: number): number => a + (b - a) * frac;
  return {
    xFrac: mix(from.xFrac, to.xFrac),
    yFrac: mix(from.yFrac, to.yFrac),
    widthFrac: mix(from.widthFrac, to.widthFrac),
    heightFrac: mix(from.heightFrac, to.heightFrac),
  };
}
