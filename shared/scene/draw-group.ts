import type { DrawContext } from './draw-context.ts';
import { isEmoji, lettersOf } from './emoji-letters.ts';
import type { OverlayCanvas } from './overlay-cache.ts';
import type { Layer, Scene } from './scene.ts';

/** Makes a clear canvas of the host. */
export type CreateCanvas = (widthPx: number, heightPx: number) => OverlayCanvas;
/** What a layer has that is drawn on a clear canvas of its own. */
export type Alone = {
  canvas: CreateCanvas;
  /** Another clear canvas on which things come to stand at the very same pixels. */
  beside(): OverlayCanvas;
};
type Transform = { a: number; b: number; c: number; d: number; e: number; f: number };
type Area = { left: number; top: number; right: number; bottom: number };

/** Does the layer have to be put together beside the picture, before it is laid on it as one? A shadow
 *  falls from the whole of it; words on a ground of their own fade together with it. */
export function needsGroup(layer: Layer, opacity: number): boolean {
  if (layer.shadow || isTurnedPhoto(layer)) return true;
  return (opacity < 1 || layer.blend !== undefined) && !isOneStroke(layer);
}

/** Only on a canvas of its own do all engines soften its edges alike. */
function isTurnedPhoto(layer: Layer): boolean {
  return layer.kind === 'photo' && Boolean(layer.rotationDeg) && !layer.travel;
}

function isOneStroke(layer: Layer): boolean {
  if (layer.kind === 'text') return !lettersOf(layer.text).some(isEmoji);
  return layer.kind === 'photo' || isPlainShape(layer);
}

function isPlainShape(layer: Layer): boolean {
  return layer.kind === 'shape' && (layer.fill === undefined || layer.stroke === undefined);
}

/** Draws on a canvas of its own, pixel by pixel where it would have stood, and lays that on the picture
 *  with the context's opacity and blend and with the layer's shadow. */
export function drawGroup(
  ctx: DrawContext,
  layer: Layer,
  scene: Scene,
  { canvas, scale: poseScale }: { canvas: CreateCanvas; scale: number },
  draw: (ctx: DrawContext, alone?: Alone) => void,
): void {
  const stand = ctx.getTransform?.();
  if (!stand) return draw(ctx);
  const { a, b, c, d, e, f } = stand;
  // The picture may be drawn smaller than it is, and the layer may grow: shadows do so with it.
  const scale = Math.hypot(a, b);
  const at = seenArea(layer, scene, stand, scale / poseScale);
  if (at.right <= at.left || at.bottom <= at.top) return;
  const beside = (): OverlayCanvas => {
    const made = canvas(at.right - at.left, at.bottom - at.top);
    made.ctx.setTransform?.(a, b, c, d, e - at.left, f - at.top);
    return made;
  };
  const own = beside();
  draw(own.ctx, { canvas, beside });
  ctx.save();
  ctx.setTransform?.(1, 0, 0, 1, 0, 0);
  if (layer.shadow) {
    ctx.shadowColor = layer.shadow.colour;
    ctx.shadowOffsetX = layer.shadow.dxPx * scale;
    ctx.shadowOffsetY = layer.shadow.dyPx * scale;
    ctx.shadowBlur = layer.shadow.blurPx * scale;
  }
  ctx.drawImage(own.image as never, at.left, at.top);
  ctx.restore();
}

/** The whole pixels of the canvas that the layer can reach, and no more of what hangs out of the
 *  picture than can throw a shadow into it. */
function seenArea(layer: Layer, scene: Scene, stand: Transform, viewScale: number): Area {
  const { a, b, c, d, e, f } = stand;
  const { xPx, yPx, widthPx, heightPx } = layer.box;
  const edge = reachPx(layer);
  const [x0, y0] = [xPx - edge, yPx - edge];
  const [x1, y1] = [xPx + widthPx + edge, yPx + heightPx + edge];
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ].map(([x = 0, y = 0]) => ({ x: a * x + c * y + e, y: b * x + d * y + f }));
  const far = shadowReachPx(layer) * Math.hypot(a, b);
  const xs = corners.map((one) => one.x);
  const ys = corners.map((one) => one.y);
  return {
    left: Math.floor(Math.max(Math.min(...xs), -far)),
    top: Math.floor(Math.max(Math.min(...ys), -far)),
    right: Math.ceil(Math.min(Math.max(...xs), scene.widthPx * viewScale + far)),
    bottom: Math.ceil(Math.min(Math.max(...ys), scene.heightPx * viewScale + far)),
  };
}

/** How far a layer's pixels stand out of its box. */
function reachPx(layer: Layer): number {
  const stroke = layer.kind === 'shape' ? (layer.stroke?.widthPx ?? 0) : 0;
  const ground = layer.kind === 'logo' ? (layer.ground?.paddingPx ?? 0) : 0;
  return Math.max(stroke, ground) + 4;
}

function shadowReachPx({ shadow }: Layer): number {
  if (!shadow) return 2;
  return Math.max(Math.abs(shadow.dxPx), Math.abs(shadow.dyPx)) + 2 * shadow.blurPx + 2;
}
