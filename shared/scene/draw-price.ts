import type { DrawContext } from './draw-context.ts';
import { drawGlyphs } from './draw-text.ts';
import type { FontSet } from './font-set.ts';
import { layoutPrice, type PricePart } from './layout-price.ts';
import type { Box, PriceLayer } from './scene.ts';

/** Draws a price and, struck through, the one before it. */
export function drawPrice(ctx: DrawContext, layer: PriceLayer, box: Box, fonts: FontSet): void {
  for (const part of layoutPrice(layer, box, fonts).parts) {
    ctx.fillStyle = part.isOld ? (layer.oldColour ?? layer.style.colour) : layer.style.colour;
    drawGlyphs(ctx, part.glyphs, part.xPx, part.baselinePx, part.sizePx);
    if (part.isOld) strikeThrough(ctx, part);
  }
}

/** A line through the middle of the digits, a little longer than they are. */
function strikeThrough(ctx: DrawContext, part: PricePart): void {
  const thick = Math.max(2, Math.round(part.sizePx * 0.055));
  const y = Math.round(part.baselinePx - part.sizePx * 0.33 - thick / 2);
  const x = Math.round(part.xPx);
  ctx.fillRect(x, y, Math.round(part.xPx + part.widthPx) - x, thick);
}
