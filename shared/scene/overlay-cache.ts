import type { DrawContext } from './draw-context.ts';

export type OverlayCanvas = { image: unknown; ctx: DrawContext };
type Kept = OverlayCanvas & { widthPx: number; heightPx: number };

/** Pictures of layers that look the same in every frame, by layer id. Good for one scene only: make a
 *  new one when the scene changes. */
export type OverlayCache = {
  /** The kept picture, or a fresh clear canvas that `draw` fills once. */
  take(id: string, widthPx: number, heightPx: number, draw: (ctx: DrawContext) => void): unknown;
};

/** Six whole frames of 1080 × 1920, 50 MB: several times what one moment shows, and not all that a long film
 *  has shown. */
const mostPixels = 12_500_000;

/** `createCanvas` makes a clear canvas of the host: an OffscreenCanvas, or @napi-rs/canvas's. What was not
 *  taken for longest goes first when more than `limitPx` pixels are kept. */
export function createOverlayCache(
  createCanvas: (widthPx: number, heightPx: number) => OverlayCanvas,
  limitPx = mostPixels,
): OverlayCache {
  /** The one taken last stands last. */
  const kept = new Map<string, Kept>();
  let keptPx = 0;

  function drop(id: string, { widthPx, heightPx }: Kept): void {
    kept.delete(id);
    keptPx -= widthPx * heightPx;
  }

  function keep(id: string, overlay: Kept): unknown {
    kept.set(id, overlay);
    keptPx += overlay.widthPx * overlay.heightPx;
    for (const [other, known] of kept) {
      if (keptPx <= limitPx || known === overlay) break;
      drop(other, known);
    }
    return overlay.image;
  }

  return {
    take(id, widthPx, heightPx, draw) {
      const found = kept.get(id);
      if (found) drop(id, found);
      if (found?.widthPx === widthPx && found.heightPx === heightPx) return keep(id, found);
      const made = createCanvas(widthPx, heightPx);
      draw(made.ctx);
      return keep(id, { ...made, widthPx, heightPx });
    },
  };
}
