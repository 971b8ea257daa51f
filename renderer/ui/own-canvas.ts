import type { OverlayCanvas } from '../../shared/scene/overlay-cache.ts';

/** A clear canvas beside the one that is seen. */
export function ownCanvas(widthPx: number, heightPx: number): OverlayCanvas {
  const image = new OffscreenCanvas(widthPx, heightPx);
  const ctx = image.getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('no canvas');
  return { image, ctx };
}
