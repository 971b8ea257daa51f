import type { ClipFrame, DrawContext } from './draw-context.ts';
import { traceShape } from './draw-shape.ts';
import type { Box, ClipLayer } from './scene.ts';

/** Stands where a frame is still missing. */
const blankColour = '#2B2A28';

/** Draws one frame of a film into its box. */
export function drawClip(
  ctx: DrawContext,
  layer: ClipLayer,
  box: Box,
  frame: ClipFrame | undefined,
): void {
  const shape = layer.clip?.kind === 'rect' ? undefined : layer.clip;
  ctx.save();
  if (shape) {
    traceShape(ctx, shape, box);
    ctx.clip();
  }
  if (frame) drawFrame(ctx, box, frame);
  else {
    ctx.fillStyle = blankColour;
    ctx.fillRect(box.xPx, box.yPx, box.widthPx, box.heightPx);
  }
  ctx.restore();
}

function drawFrame(ctx: DrawContext, box: Box, { image, seen }: ClipFrame): void {
  const { xPx, yPx, widthPx, heightPx } = box;
  if (seen.widthPx === widthPx && seen.heightPx === heightPx && seen.xPx === 0 && seen.yPx === 0)
    ctx.drawImage(image as never, xPx, yPx);
  else
    ctx.drawImage(
      ...([image as never, seen.xPx, seen.yPx, seen.widthPx, seen.heightPx] as const),
      ...([xPx, yPx, widthPx, heightPx] as const),
    );
}
