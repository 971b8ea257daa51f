import type { DrawContext } from '../../../../shared/scene/draw-context.ts';
import { drawScene, type SceneAssets } from '../../../../shared/scene/draw-scene.ts';
import { frameSignature } from '../../../../shared/scene/frame-signature.ts';
import { createOverlayCache, type OverlayCanvas } from '../../../../shared/scene/overlay-cache.ts';
import { ownCanvas } from '../../../ui/own-canvas.ts';
import { frameAt, frameTimeMs } from './film-frames.ts';
import type { ShownFilm } from './shown-film.ts';

export type Look = Pick<SceneAssets, 'photo' | 'clip'>;

/** What happened to the frames since playing began. */
export type FrameCounts = {
  drawn: number;
  /** Same as the one before to the pixel. */
  equal: number;
  /** Their time passed before they could be drawn. */
  dropped: number;
  slowestMs: number;
  /** In all of those drawn. */
  spentMs: number;
};

/** Draws frames of a film on a canvas of any size, each only once. */
export function createFramePainter(look: Look) {
  let ctx: CanvasRenderingContext2D | undefined;
  let film: ShownFilm | undefined;
  let assets: SceneAssets | undefined;
  let shownPx = 0;
  let last: { frame: number; signature: string } | undefined;
  let counts: FrameCounts = noFrames();

  function resize(): void {
    last = undefined;
    if (!ctx || !film) return;
    const { widthPx, heightPx } = film.scene;
    const width = Math.max(2, Math.min(Math.round(shownPx), widthPx));
    const height = Math.max(2, Math.round((width * heightPx) / widthPx));
    if (ctx.canvas.width === width && ctx.canvas.height === height) return;
    ctx.canvas.width = width;
    ctx.canvas.height = height;
  }
  function draw(timeMs: number): void {
    if (!ctx || !film || !assets) return;
    const startedAt = performance.now();
    paintFilm(ctx, film, timeMs, assets);
    counts.drawn += 1;
    const tookMs = performance.now() - startedAt;
    counts.slowestMs = Math.max(counts.slowestMs, tookMs);
    counts.spentMs += tookMs;
  }

  return {
    /** A canvas and how wide it is shown, in pixels of the screen: it is drawn that large, never larger
     *  than the film. */
    setCanvas(canvas: HTMLCanvasElement | undefined, widthPx: number): void {
      ctx = canvas?.getContext('2d', { willReadFrequently: true }) ?? undefined;
      shownPx = widthPx;
      resize();
    },
    setFilm(next: ShownFilm): void {
      film = next;
      assets = filmAssets(next, look);
      resize();
    },
    /** Draws the frame of this moment unless it stands there already; `fresh` draws in any case. */
    paint(timeMs: number, fresh = false): void {
      if (!film) return;
      const frame = frameAt(timeMs, film.scene.durationMs);
      if (!fresh && last?.frame === frame) return;
      const atMs = frameTimeMs(frame);
      const signature = frameSignature(film.scene, atMs);
      if (last && frame > last.frame) counts.dropped += frame - last.frame - 1;
      if (!fresh && last?.signature === signature) counts.equal += 1;
      else draw(atMs);
      last = { frame, signature };
    },
    /** Begins to count anew. */
    count(): void {
      counts = noFrames();
      last = undefined;
    },
    get counts(): FrameCounts {
      return counts;
    },
  };
}

export type FramePainter = ReturnType<typeof createFramePainter>;

const noFrames = (): FrameCounts => ({ drawn: 0, equal: 0, dropped: 0, slowestMs: 0, spentMs: 0 });

/** What a film is drawn with: kept words and one stage belong to this film only. */
export function filmAssets({ fonts }: Pick<ShownFilm, 'fonts'>, look: Look): SceneAssets {
  let stage: (OverlayCanvas & { size: string }) | undefined;
  return {
    ...{ ...look, fonts, canvas: ownCanvas, overlays: createOverlayCache(ownCanvas) },
    stage(widthPx, heightPx) {
      const size = `${widthPx}x${heightPx}`;
      if (stage?.size !== size) stage = { ...ownCanvas(widthPx, heightPx), size };
      return stage;
    },
  };
}

/** Draws a moment over the whole canvas, whatever its size. */
export function paintFilm(
  ctx: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  { scene }: Pick<ShownFilm, 'scene'>,
  timeMs: number,
  assets: SceneAssets,
): void {
  const context: DrawContext = ctx;
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.scale(ctx.canvas.width / scene.widthPx, ctx.canvas.height / scene.heightPx);
  drawScene(context, scene, timeMs, assets);
  ctx.restore();
}
