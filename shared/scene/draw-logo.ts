import type { DrawContext, ScenePhoto } from './draw-context.ts';
import type { CreateCanvas } from './draw-group.ts';
import { drawText } from './draw-text.ts';
import type { FontSet } from './font-set.ts';
import { layoutText } from './layout-text.ts';
import { clearRim, rimPx } from './photo-rim.ts';
import { inkOf } from './place-line.ts';
import type { Box, LogoLayer } from './scene.ts';

const kappa = 0.5522847498307936;
/** Sizes of the mark and of the space after it, in sizes of the letters. */
const markEm = 1.12;
const markGapEm = 0.36;

/** A logo's picture, and the host's canvases where it has some. */
type Picture = { photo: ScenePhoto; canvas: CreateCanvas | undefined };

/** Draws the shop's logo: its picture, fitted into the box, or its name beside a little glasshouse. */
export function drawLogo(
  ctx: DrawContext,
  layer: LogoLayer,
  box: Box,
  fonts: FontSet,
  picture: Picture | undefined,
): void {
  if (picture) return drawLogoPhoto(ctx, layer, box, picture);
  const { style } = layer;
  const side = (markEm + markGapEm) * style.sizePx;
  const wordBox = { ...box, xPx: box.xPx + side, widthPx: Math.max(1, box.widthPx - side) };
  const layout = layoutText(layer.text, { ...style, align: 'start', maxLines: 1 }, wordBox, fonts);
  const line = layout.lines[0];
  if (!line) return;
  const ink = inkOf(line.glyphs, layout.sizePx);
  const mark = markEm * layout.sizePx;
  const gap = markGapEm * layout.sizePx;
  const wholePx = mark + gap + (ink?.right ?? line.widthPx);
  const free = box.widthPx - wholePx;
  const xPx = box.xPx + (style.align === 'center' ? free / 2 : style.align === 'end' ? free : 0);
  drawGround(ctx, layer, box, xPx, wholePx);
  const moved = { ...layout, lines: [{ ...line, xPx: xPx + mark + gap }] };
  drawText(ctx, moved, style.colour);
  const capMiddle = line.baselinePx - 0.35 * layout.sizePx;
  drawMark(ctx, xPx, capMiddle - mark / 2 - 0.03 * layout.sizePx, mark, style.colour);
}

function drawLogoPhoto(
  ctx: DrawContext,
  layer: LogoLayer,
  box: Box,
  { photo, canvas }: Picture,
): void {
  // 1 in an export; a preview's smaller copy is drawn as large as the export's.
  const scale = Math.min(box.widthPx / photo.widthPx, box.heightPx / photo.heightPx);
  const widthPx = Math.round(photo.widthPx * scale);
  const heightPx = Math.round(photo.heightPx * scale);
  const { align } = layer.style;
  const free = box.widthPx - widthPx;
  const dx = align === 'center' ? free / 2 : align === 'end' ? free : 0;
  const x = Math.round(box.xPx + dx);
  const y = Math.round(box.yPx + (box.heightPx - heightPx) / 2);
  drawGround(ctx, layer, box, x, widthPx);
  // A turned picture ends in a clear rim: engines soften its own end each in its own way.
  if (layer.rotationDeg && canvas) {
    const [wide, rim] = [clearRim(photo, canvas) as never, rimPx * scale];
    ctx.drawImage(wide, x - rim, y - rim, widthPx + 2 * rim, heightPx + 2 * rim);
  } else if (scale === 1) ctx.drawImage(photo.image as never, x, y);
  else ctx.drawImage(photo.image as never, x, y, widthPx, heightPx);
}

function drawGround(
  ctx: DrawContext,
  layer: LogoLayer,
  box: Box,
  xPx: number,
  widthPx: number,
): void {
  if (!layer.ground) return;
  const { colour, paddingPx } = layer.ground;
  const left = Math.round(xPx - paddingPx);
  ctx.fillStyle = colour;
  ctx.fillRect(left, box.yPx, Math.round(xPx + widthPx + paddingPx) - left, box.heightPx);
}

/** A glasshouse with a round head, drawn on a grid of 24. */
function drawMark(ctx: DrawContext, x: number, y: number, sidePx: number, colour: string): void {
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(sidePx / 24, sidePx / 24);
  ctx.strokeStyle = colour;
  ctx.lineJoin = 'round';
  ctx.lineWidth = 1.7;
  const handle = 8 * kappa;
  ctx.beginPath();
  ctx.moveTo(4, 21);
  ctx.lineTo(4, 11);
  ctx.bezierCurveTo(4, 11 - handle, 12 - handle, 3, 12, 3);
  ctx.bezierCurveTo(12 + handle, 3, 20, 11 - handle, 20, 11);
  ctx.lineTo(20, 21);
  ctx.closePath();
  ctx.stroke();
  ctx.lineWidth = 1.2;
  ctx.beginPath();
  for (const [fromX, fromY, toX, toY] of bars) {
    ctx.moveTo(fromX, fromY);
    ctx.lineTo(toX, toY);
  }
  ctx.stroke();
  ctx.restore();
}

const bars = [
  [12, 3, 12, 21],
  [4, 13, 20, 13],
  [8, 4.2, 8, 21],
  [16, 4.2, 16, 21],
] as const;
