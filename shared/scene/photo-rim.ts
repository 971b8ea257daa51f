import type { ScenePhoto } from './draw-context.ts';
import type { CreateCanvas } from './draw-group.ts';
import type { OverlayCanvas } from './overlay-cache.ts';

/** Wider than an engine looks beyond the pixel that it samples. */
export const rimPx = 2;

/** The photo with clear pixels around it. */
export function clearRim(photo: ScenePhoto, canvas: CreateCanvas): unknown {
  return inTheMiddle(photo, canvas).image;
}

/** The photo with its outermost pixels repeated around it. */
export function edgeRim(photo: ScenePhoto, canvas: CreateCanvas): unknown {
  const { widthPx, heightPx } = photo;
  const { ctx, image } = inTheMiddle(photo, canvas);
  const wholePx = widthPx + 2 * rimPx;
  for (const [fromXPx, toXPx] of repeats(widthPx))
    ctx.drawImage(photo.image as never, fromXPx, 0, 1, heightPx, toXPx, rimPx, 1, heightPx);
  // With the columns just drawn, so that the corners are filled too.
  for (const [fromYPx, toYPx] of repeats(heightPx))
    ctx.drawImage(image as never, 0, fromYPx + rimPx, wholePx, 1, 0, toYPx, wholePx, 1);
  return image;
}

function inTheMiddle(photo: ScenePhoto, canvas: CreateCanvas): OverlayCanvas {
  const wide = canvas(photo.widthPx + 2 * rimPx, photo.heightPx + 2 * rimPx);
  wide.ctx.drawImage(photo.image as never, rimPx, rimPx);
  return wide;
}

/** Where each line of the rim comes from in the photo, and where it goes. */
function repeats(sidePx: number): [fromPx: number, toPx: number][] {
  return Array.from({ length: rimPx }, (_, at) => at).flatMap((at) => [
    [0, at],
    [sidePx - 1, sidePx + rimPx + at],
  ]);
}
