import type { DrawContext } from './draw-context.ts';
import { traceShape } from './draw-shape.ts';
import { drawText } from './draw-text.ts';
import type { FontSet } from './font-set.ts';
import { ascentEm, descentEm, layoutText, type TextLayout } from './layout-text.ts';
import type { BadgeLayer, Box } from './scene.ts';

/** Draws words on a ground as wide as they are, set in the box by the style's alignment. */
export function drawBadge(ctx: DrawContext, layer: BadgeLayer, box: Box, fonts: FontSet): void {
  const { xPx: padX, yPx: padY } = layer.paddingPx;
  const inner = {
    xPx: box.xPx + padX,
    yPx: box.yPx + padY,
    widthPx: box.widthPx - 2 * padX,
    heightPx: box.heightPx - 2 * padY,
  };
  const layout = layoutText(layer.text, layer.style, inner, fonts);
  if (layout.lines.length === 0) return;
  const left = Math.min(...layout.lines.map((line) => line.xPx));
  const right = Math.max(...layout.lines.map((line) => line.xPx + line.widthPx));
  const ground = {
    ...(layer.hugs ? heightOf(layout, padY) : box),
    xPx: Math.round(left - padX),
    widthPx: Math.round(right - left + 2 * padX),
  };
  ctx.fillStyle = layer.fill;
  traceShape(ctx, layer.shape, ground);
  ctx.fill();
  drawText(ctx, layout, layer.style.colour);
}

/** From above the first line to below the last. */
function heightOf({ lines, sizePx }: TextLayout, padY: number): Pick<Box, 'yPx' | 'heightPx'> {
  const baselines = lines.map((line) => line.baselinePx);
  const top = Math.round(Math.min(...baselines) - ascentEm * sizePx - padY);
  const foot = Math.round(Math.max(...baselines) + descentEm * sizePx + padY);
  return { yPx: top, heightPx: foot - top };
}
