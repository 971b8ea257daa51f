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
  /** How many frames its whole travel lasts. */
  frames: number;
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
  { progressFrac, frames, isPlain, alone }: PhotoStand,
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
  } else if (layer.travel) drawMoving(ctx, layer.travel, box, photo, { progressFrac, frames });
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

type Way = Pick<PhotoStand, 'progressFrac' | 'frames'>;
type Travel = NonNullable<PhotoLayer['travel']>;

function drawMoving(ctx: DrawContext, travel: Travel, box: Box, photo: ScenePhoto, way: Way): void {
  const seen = between(travel.from, travel.to, eased(travel.easing, way.progressFrac));
  const isUnscaled = fills(travel.from, box, photo) && fills(travel.to, box, photo);
  const part = isUnscaled
    ? {
        xPx: glideAt(travel, 'xFrac', photo.widthPx, way) ?? seen.xFrac * photo.widthPx,
        yPx: glideAt(travel, 'yFrac', photo.heightPx, way) ?? seen.yFrac * photo.heightPx,
        ...{ widthPx: box.widthPx, heightPx: box.heightPx },
      }
    : {
        ...{ xPx: seen.xFrac * photo.widthPx, yPx: seen.yFrac * photo.heightPx },
        widthPx: seen.widthFrac * photo.widthPx,
        heightPx: seen.heightFrac * photo.heightPx,
      };
  ctx.drawImage(
    photo.image as never,
    within(part.xPx, photo.widthPx - part.widthPx),
    within(part.yPx, photo.heightPx - part.heightPx),
    part.widthPx,
    part.heightPx,
    box.xPx,
    box.yPx,
    box.widthPx,
    box.heightPx,
  );
}

function within(px: number, mostPx: number): number {
  return Math.min(Math.max(px, 0), Math.max(0, mostPx));
}

/** Gliding without zoom, the photo is as large as its request made it. */
function fills(seen: RectFrac, box: Box, photo: ScenePhoto): boolean {
  return (
    Math.abs(seen.widthFrac * photo.widthPx - box.widthPx) < 1 &&
    Math.abs(seen.heightFrac * photo.heightPx - box.heightPx) < 1
  );
}

/** Where a photo that glides by the same number of whole pixels each frame stands: copied pixel by pixel
 *  it is as sharp as at rest, the same everywhere, and quick. Nothing for any other way: rounded to whole
 *  pixels, that would jerk. */
function glideAt(
  { from, to, easing }: Travel,
  axis: 'xFrac' | 'yFrac',
  wholePx: number,
  { progressFrac, frames }: Way,
): number | undefined {
  const wayPx = (to[axis] - from[axis]) * wholePx;
  const stepPx = Math.round(wayPx / Math.max(1, frames));
  // The scaled photo is up to a pixel larger than the way was reckoned for.
  if (easing !== 'linear' && wayPx !== 0) return undefined;
  if (Math.abs(wayPx - stepPx * frames) > 1.5) return undefined;
  const passed = Math.floor(progressFrac * frames + 0.001);
  return Math.round(from[axis] * wholePx) + stepPx * passed;
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
