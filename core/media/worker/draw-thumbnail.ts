import type { Canvas } from '@napi-rs/canvas';
import type { WorkerTools } from './worker-tools.ts';

const longSidePx = 320;
const quality = 80;

/** The small picture that lists show, as WebP. Shrunk by the canvas that holds the drawing already: a
 *  fifth of the time of reading the finished JPEG again. */
export async function drawThumbnail(tools: WorkerTools, drawn: Canvas): Promise<Buffer> {
  const { createCanvas } = await tools.canvas();
  const scale = Math.min(1, longSidePx / Math.max(drawn.width, drawn.height));
  const widthPx = Math.max(1, Math.round(drawn.width * scale));
  const heightPx = Math.max(1, Math.round(drawn.height * scale));
  const small = createCanvas(widthPx, heightPx);
  const ctx = small.getContext('2d');
  // By way of halves of halves, each the mean of four: nothing is skipped, so nothing flickers.
  ctx.imageSmoothingQuality = 'medium';
  ctx.drawImage(drawn, 0, 0, widthPx, heightPx);
  const sharp = await tools.sharp();
  const raw = { width: widthPx, height: heightPx, channels: 4 as const };
  return sharp(small.data(), { raw }).removeAlpha().webp({ quality, effort: 0 }).toBuffer();
}
