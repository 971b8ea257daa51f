import type { DrawContext } from './draw-context.ts';
import { drawGlyphs } from './draw-text.ts';
import type { FontSet } from './font-set.ts';
import { layoutPrice, type PriceLayout, type PricePart } from './layout-price.ts';
import { countedPrice } from './price-count.ts';
import type { Box, PriceLayer } from './scene.ts';

/** Draws a price and, struck through, the one before it; on its way from another price when it counts. */
export function drawPrice(
  ctx: DrawContext,
  layer: PriceLayer,
  box: Box,
  fonts: FontSet,
  count?: { frac: number; fromText: string },
): void {
  const layout = layoutPrice(layer, box, fonts);
  for (const part of (count ? counting(layer, box, fonts, layout, count) : layout).parts) {
    ctx.fillStyle = part.isOld ? (layer.oldColour ?? layer.style.colour) : layer.style.colour;
    drawGlyphs(ctx, part.glyphs, part.xPx, part.baselinePx, part.sizePx);
    if (part.isOld) strikeThrough(ctx, part);
  }
}

/** As large as the price will be when it has been counted. */
function counting(
  layer: PriceLayer,
  box: Box,
  fonts: FontSet,
  { sizePx }: PriceLayout,
  { frac, fromText }: { frac: number; fromText: string },
): PriceLayout {
  const text = countedPrice(layer.text, fromText, frac);
  return layoutPrice({ ...layer, text, style: { ...layer.style, sizePx } }, box, fonts);
}

/** A line through the middle of the digits, a little longer than they are. */
function strikeThrough(ctx: DrawContext, part: PricePart): void {
  const thick = Math.max(2, Math.round(part.sizePx * 0.055));
  const y = Math.round(part.baselinePx - part.sizePx * 0.33 - thick / 2);
  const x = Math.round(part.xPx);
  ctx.fillRect(x, y, Math.round(part.xPx + part.widthPx) - x, thick);
}
