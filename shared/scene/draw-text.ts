import type { DrawContext } from './draw-context.ts';
import type { OutlineCommand } from './font-set.ts';
import type { TextLayout } from './layout-text.ts';
import type { PlacedGlyph } from './place-line.ts';
import type { Colour } from './scene.ts';

/** Fills a laid out text as outlines. Never fillText: two engines would set it differently. */
export function drawText(ctx: DrawContext, layout: TextLayout, colour: Colour): void {
  ctx.fillStyle = colour;
  for (const line of layout.lines)
    drawGlyphs(ctx, line.glyphs, line.xPx, line.baselinePx, layout.sizePx);
}

/** Fills one line of glyphs that starts at `xPx` on `baselinePx`, in the context's fill. */
export function drawGlyphs(
  ctx: DrawContext,
  glyphs: readonly PlacedGlyph[],
  xPx: number,
  baselinePx: number,
  sizePx: number,
): void {
  if (glyphs.length === 0) return;
  const plain = glyphs.filter((glyph) => !glyph.font.colourParts(glyph.glyphId));
  if (plain.length > 0) {
    ctx.beginPath();
    for (const glyph of plain) traceGlyph(ctx, glyph, glyph.glyphId, xPx, baselinePx, sizePx);
    ctx.fill();
  }
  if (plain.length < glyphs.length) drawColoured(ctx, glyphs, xPx, baselinePx, sizePx);
}

/** Emoji: each part as an outline in its own colour, one above the other. */
function drawColoured(
  ctx: DrawContext,
  glyphs: readonly PlacedGlyph[],
  xPx: number,
  baselinePx: number,
  sizePx: number,
): void {
  const own = ctx.fillStyle;
  for (const glyph of glyphs)
    for (const part of glyph.font.colourParts(glyph.glyphId) ?? []) {
      ctx.fillStyle = part.colour ?? own;
      ctx.beginPath();
      traceGlyph(ctx, glyph, part.glyphId, xPx, baselinePx, sizePx);
      ctx.fill();
    }
  ctx.fillStyle = own;
}

function traceGlyph(
  ctx: DrawContext,
  { font, xEm, yEm }: PlacedGlyph,
  glyphId: number,
  xPx: number,
  baselinePx: number,
  sizePx: number,
): void {
  const unit = sizePx / font.unitsPerEm;
  const x = xPx + xEm * sizePx;
  const y = baselinePx - yEm * sizePx;
  for (const command of font.outline(glyphId)) trace(ctx, command, x, y, unit);
}

function trace(
  ctx: DrawContext,
  command: OutlineCommand,
  x: number,
  y: number,
  unit: number,
): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = command.values;
  switch (command.type) {
    case 'M':
      return ctx.moveTo(x + a * unit, y - b * unit);
    case 'L':
      return ctx.lineTo(x + a * unit, y - b * unit);
    case 'Q':
      return ctx.quadraticCurveTo(x + a * unit, y - b * unit, x + c * unit, y - d * unit);
    case 'C':
      return ctx.bezierCurveTo(
        x + a * unit,
        y - b * unit,
        x + c * unit,
        y - d * unit,
        x + e * unit,
        y - f * unit,
      );
    case 'Z':
      return ctx.closePath();
  }
}
