import { mix } from './colours.ts';
import type { DrawContext } from './draw-context.ts';
import type { Box, Colour, StickerLayer } from './scene.ts';
import { findSticker } from './stickers.ts';
import type { StickerTone } from './stickers/sticker.ts';

/** Draws a sticker as large as its box allows, in the middle. One that this version does not know is
 *  not drawn. */
export function drawSticker(ctx: DrawContext, layer: StickerLayer, box: Box): void {
  const sticker = findSticker(layer.stickerId);
  if (!sticker) return;
  const unit = Math.min(box.widthPx, box.heightPx * sticker.ratio) / 100;
  const left = box.xPx + (box.widthPx - 100 * unit) / 2;
  const top = box.yPx + (box.heightPx - (100 / sticker.ratio) * unit) / 2;
  const tones = tonesOf(layer.colour ?? sticker.colour);
  for (const part of sticker.parts) {
    ctx.beginPath();
    tracePath(ctx, part.path, left, top, unit);
    if (part.fill) {
      ctx.fillStyle = tones[part.fill];
      ctx.fill();
    }
    if (part.line) {
      ctx.strokeStyle = tones[part.line.tone];
      ctx.lineWidth = part.line.width * unit;
      ctx.lineCap = 'round';
      ctx.lineJoin = 'round';
      ctx.stroke();
    }
  }
}

function tonesOf(main: Colour): Record<StickerTone, Colour> {
  const plain = main.slice(0, 7);
  return {
    main,
    dark: mix(plain, '#000000', 0.24),
    light: mix(plain, '#ffffff', 0.62),
    white: '#ffffff',
    ink: '#211d1a',
  };
}

function tracePath(ctx: DrawContext, path: string, left: number, top: number, unit: number): void {
  for (const [, letter, numbers = ''] of path.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const places = numbers.match(/-?[\d.]+/g)?.map(Number) ?? [];
    const at = places.map((value, index) => (index % 2 === 0 ? left : top) + value * unit);
    for (const step of pointsOf(letter, at)) drawStep(ctx, letter, step);
  }
}

/** A letter may be followed by several of its steps. */
function pointsOf(letter: string | undefined, at: readonly number[]): number[][] {
  const size = letter === 'C' ? 6 : letter === 'Q' ? 4 : 2;
  if (letter === 'Z') return [[]];
  return Array.from({ length: at.length / size }, (_, step) =>
    at.slice(step * size, (step + 1) * size),
  );
}

function drawStep(ctx: DrawContext, letter: string | undefined, step: readonly number[]): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = step;
  if (letter === 'M') ctx.moveTo(a, b);
  else if (letter === 'L') ctx.lineTo(a, b);
  else if (letter === 'Q') ctx.quadraticCurveTo(a, b, c, d);
  else if (letter === 'C') ctx.bezierCurveTo(a, b, c, d, e, f);
  else ctx.closePath();
}
