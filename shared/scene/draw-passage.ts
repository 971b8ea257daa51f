import type { DrawContext } from './draw-context.ts';
import type { Passage } from './part-passage.ts';
import type { OverlayCanvas } from './overlay-cache.ts';
import type { Side } from './scene.ts';

/** A part that zooms in comes from this much larger. */
const zoomedIn = 1.12;

type Size = { widthPx: number; heightPx: number };
/** Answers a canvas of this size for what passes; the same one may come again. */
export type TakeStage = (widthPx: number, heightPx: number) => OverlayCanvas;

/** Lays a whole part over what is drawn already, as far as it has come. It is put together beside the
 *  picture first: fading layer by layer would show each through the other. */
export function drawPassage(
  ctx: DrawContext,
  { transition, frac }: Passage,
  scene: Size,
  takeStage: TakeStage,
  draw: (ctx: DrawContext) => void,
): void {
  const stand = ctx.getTransform?.();
  if (!stand) return draw(ctx);
  const widthPx = Math.ceil(scene.widthPx * stand.a);
  const heightPx = Math.ceil(scene.heightPx * stand.d);
  const stage = takeStage(widthPx, heightPx);
  stage.ctx.setTransform?.(1, 0, 0, 1, 0, 0);
  stage.ctx.clearRect(0, 0, widthPx, heightPx);
  stage.ctx.setTransform?.(stand.a, stand.b, stand.c, stand.d, 0, 0);
  draw(stage.ctx);
  ctx.save();
  ctx.setTransform?.(1, 0, 0, 1, stand.e, stand.f);
  const size = { widthPx, heightPx };
  if (transition.kind === 'cross-fade') ctx.globalAlpha = frac;
  if (transition.kind === 'wipe') clipFrom(ctx, transition.side, frac, size);
  if (transition.kind === 'zoom') {
    ctx.globalAlpha = frac;
    const scale = zoomedIn + (1 - zoomedIn) * frac;
    ctx.translate(widthPx / 2, heightPx / 2);
    ctx.scale(scale, scale);
    ctx.translate(-widthPx / 2, -heightPx / 2);
  }
  const away = transition.kind === 'slide' ? awayAt(transition.side, frac, size) : [0, 0];
  ctx.drawImage(stage.image as never, away[0] ?? 0, away[1] ?? 0);
  ctx.restore();
}

/** How far the part still is from its place, in whole pixels. */
function awayAt(side: Side, frac: number, { widthPx, heightPx }: Size): [number, number] {
  const rest = 1 - frac;
  if (side === 'left') return [-Math.round(widthPx * rest), 0];
  if (side === 'right') return [Math.round(widthPx * rest), 0];
  if (side === 'top') return [0, -Math.round(heightPx * rest)];
  return [0, Math.round(heightPx * rest)];
}

/** Only what lies within this share of the area, counted from one side, is drawn from here on. */
export function clipFrom(
  ctx: DrawContext,
  side: Side,
  frac: number,
  { widthPx, heightPx, xPx = 0, yPx = 0 }: Size & { xPx?: number; yPx?: number },
): void {
  const wide = side === 'left' || side === 'right' ? Math.round(widthPx * frac) : widthPx;
  const tall = side === 'top' || side === 'bottom' ? Math.round(heightPx * frac) : heightPx;
  ctx.beginPath();
  ctx.rect(
    side === 'right' ? xPx + widthPx - wide : xPx,
    side === 'bottom' ? yPx + heightPx - tall : yPx,
    wide,
    tall,
  );
  ctx.clip();
}
