import type { DrawContext } from './draw-context.ts';
import type { Box, Clip, Paint } from './scene.ts';

/** How far a Bézier's handles stand out for a quarter circle of radius 1. */
const kappa = 0.5522847498307936;

/** Traces a shape that fills its box. Only lines and curves, which every engine draws alike. */
export function traceShape(ctx: DrawContext, shape: Clip, box: Box): void {
  ctx.beginPath();
  switch (shape.kind) {
    case 'rect':
      ctx.rect(box.xPx, box.yPx, box.widthPx, box.heightPx);
      return;
    case 'rounded':
      return traceRounded(ctx, box, shape.radiusPx, shape.radiusPx);
    case 'arch':
      return traceRounded(ctx, box, box.widthPx / 2, 0);
    case 'ellipse':
      return traceEllipse(ctx, box);
    case 'tag':
      return traceTag(ctx, box, shape.pointFrac);
  }
}

/** Corners of `topPx` above and `footPx` below, made smaller where the box is too small for them. */
function traceRounded(ctx: DrawContext, box: Box, topPx: number, footPx: number): void {
  const { xPx: x, yPx: y, widthPx: w, heightPx: h } = box;
  const t = Math.min(topPx, w / 2, h);
  const f = Math.min(footPx, w / 2, h - t);
  const ht = t * (1 - kappa);
  const hf = f * (1 - kappa);
  ctx.moveTo(x + t, y);
  ctx.lineTo(x + w - t, y);
  ctx.bezierCurveTo(x + w - ht, y, x + w, y + ht, x + w, y + t);
  ctx.lineTo(x + w, y + h - f);
  if (f > 0) ctx.bezierCurveTo(x + w, y + h - hf, x + w - hf, y + h, x + w - f, y + h);
  ctx.lineTo(x + f, y + h);
  if (f > 0) ctx.bezierCurveTo(x + hf, y + h, x, y + h - hf, x, y + h - f);
  ctx.lineTo(x, y + t);
  ctx.bezierCurveTo(x, y + ht, x + ht, y, x + t, y);
  ctx.closePath();
}

function traceEllipse(ctx: DrawContext, box: Box): void {
  const rx = box.widthPx / 2;
  const ry = box.heightPx / 2;
  const cx = box.xPx + rx;
  const cy = box.yPx + ry;
  const kx = rx * kappa;
  const ky = ry * kappa;
  ctx.moveTo(cx + rx, cy);
  ctx.bezierCurveTo(cx + rx, cy + ky, cx + kx, cy + ry, cx, cy + ry);
  ctx.bezierCurveTo(cx - kx, cy + ry, cx - rx, cy + ky, cx - rx, cy);
  ctx.bezierCurveTo(cx - rx, cy - ky, cx - kx, cy - ry, cx, cy - ry);
  ctx.bezierCurveTo(cx + kx, cy - ry, cx + rx, cy - ky, cx + rx, cy);
  ctx.closePath();
}

/** A hanging paper label: straight sides, a point at the foot. */
function traceTag(ctx: DrawContext, box: Box, pointFrac: number): void {
  const { xPx: x, yPx: y, widthPx: w, heightPx: h } = box;
  const shoulder = y + h * (1 - pointFrac);
  ctx.moveTo(x, y);
  ctx.lineTo(x + w, y);
  ctx.lineTo(x + w, shoulder);
  ctx.lineTo(x + w / 2, y + h);
  ctx.lineTo(x, shoulder);
  ctx.closePath();
}

/** A paint for the context: a colour, or a gradient laid over the box. */
export function paintFor(ctx: DrawContext, paint: Paint, box: Box): unknown {
  if (typeof paint === 'string') return paint;
  const gradient = ctx.createLinearGradient(
    box.xPx + paint.from.xFrac * box.widthPx,
    box.yPx + paint.from.yFrac * box.heightPx,
    box.xPx + paint.to.xFrac * box.widthPx,
    box.yPx + paint.to.yFrac * box.heightPx,
  );
  for (const stop of paint.stops) gradient.addColorStop(stop.atFrac, stop.colour);
  return gradient;
}
