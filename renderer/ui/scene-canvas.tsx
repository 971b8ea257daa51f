import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { DrawContext } from '../../shared/scene/draw-context.ts';
import { drawScene, type SceneAssets } from '../../shared/scene/draw-scene.ts';
import { createOverlayCache } from '../../shared/scene/overlay-cache.ts';
import { addedFamilies } from '../../shared/scene/own-fonts.ts';
import type { Scene } from '../../shared/scene/scene.ts';
import { ownCanvas } from './own-canvas.ts';
import { playScene, useReducedMotion } from './scene-clock.ts';
import { useSceneFonts } from './scene-fonts.ts';
import { useScenePhotos } from './scene-photos.ts';

export type SceneCanvasProps = {
  scene: Scene;
  /** Addresses of the scene's photos, by the keys of `photoRequests(scene)`. */
  sources: Readonly<Record<string, string>>;
  /** What a person hears who cannot see it. */
  label: string;
  /** Where a video stands, or where playing begins. Leave it alone while it plays. */
  timeMs?: number;
  playing?: boolean;
  /** The person pressed play: then it moves even if their system asks for less movement. */
  askedToPlay?: boolean;
  /** Longest side of the canvas in pixels; smaller ones cost less where many stand together. */
  maxSidePx?: number;
  className?: string;
  /** For each drawn frame while it plays. */
  onTime?: (timeMs: number) => void;
  /** Once the scene stands there with all its photos. */
  onReady?: () => void;
  onError?: (error: Error) => void;
};

/** A picture or a video as the export will be: drawn by the same function from the same data. */
export function SceneCanvas(props: SceneCanvasProps): ReactNode {
  const { scene, sources, label, timeMs = 0, className, maxSidePx } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const events = useRef(props);
  events.current = props;
  const { fonts, error: fontError } = useSceneFonts(useMemo(() => addedFamilies(scene), [scene]));
  const { photos, error: photoError } = useScenePhotos(sources);
  const isReduced = useReducedMotion();
  const isMoving = props.playing === true && scene.durationMs > 0;
  const moves = isMoving && (!isReduced || props.askedToPlay === true);
  const scale = scaleFor(scene, maxSidePx);
  const error = fontError ?? photoError;

  const assets = useMemo<SceneAssets | undefined>(() => {
    if (!fonts || !photos) return undefined;
    // Overlays belong to one scene: a new scene gets new ones.
    const overlays = scene.durationMs > 0 ? createOverlayCache(ownCanvas) : undefined;
    return { fonts, photo: (key) => photos.get(key), overlays, canvas: ownCanvas };
  }, [fonts, photos, scene]);

  useEffect(() => {
    const ctx = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!ctx || !assets) return undefined;
    const draw = (atMs: number): void => drawScaled(ctx, scene, atMs, assets, scale);
    draw(timeMs);
    if (!moves) return undefined;
    return playScene(timeMs, scene.durationMs, (atMs) => {
      draw(atMs);
      events.current.onTime?.(atMs);
    });
  }, [assets, scene, timeMs, moves, scale]);

  useEffect(() => {
    if (assets) events.current.onReady?.();
  }, [assets]);

  useEffect(() => {
    if (error) events.current.onError?.(error);
  }, [error]);

  return (
    <canvas
      ref={canvas}
      className={className}
      role="img"
      aria-label={label}
      aria-busy={assets === undefined}
      width={Math.round(scene.widthPx * scale)}
      height={Math.round(scene.heightPx * scale)}
    />
  );
}

function scaleFor(scene: Scene, maxSidePx: number | undefined): number {
  const longest = Math.max(scene.widthPx, scene.heightPx);
  return maxSidePx === undefined ? 1 : Math.min(1, maxSidePx / longest);
}

function drawScaled(
  ctx: CanvasRenderingContext2D,
  scene: Scene,
  timeMs: number,
  assets: SceneAssets,
  scale: number,
): void {
  const context: DrawContext = ctx;
  ctx.save();
  if (scale !== 1) ctx.scale(scale, scale);
  drawScene(context, scene, timeMs, assets);
  ctx.restore();
}
