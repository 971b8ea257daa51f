import type { DrawContext } from './draw-context.ts';

export type OverlayCanvas = { image: unknown; ctx: DrawContext };
type Kept = OverlayCanvas & { widthPx: number; heightPx: number };

/** Pictures of layers that look the same in every frame, by layer id. Good for one scene only: make a
 *  new one when the scene changes. */
export type OverlayCache = {
  /** The kept picture, or a fresh clear canvas that `draw` fills once. */
  take(id: string, widthPx: number, heightPx: number, draw: (ctx: DrawContext) => void): unknown;
};

/** `createCanvas` makes a clear canvas of the host: an OffscreenCanvas, or @napi-rs/canvas's. */
export function createOverlayCache(
  createCanvas: (widthPx: number, heightPx: number) => OverlayCanvas,
): OverlayCache {
  const kept = new Map<string, Kept>();
  return {
    take(id, widthPx, heightPx, draw) {
      const found = kept.get(id);
      if (found && found.widthPx === widthPx && found.heightPx === heightPx) return found.image;
      const made = createCanvas(widthPx, heightPx);
      draw(made.ctx);
      kept.set(id, { ...made, widthPx, heightPx });
      return made.image;
    },
  };
}
