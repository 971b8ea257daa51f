import { useEffect, useMemo, useRef } from 'react';
import type { Scene } from '../../../../shared/scene/scene.ts';
import { useSceneFonts } from '../../../ui/scene-fonts.ts';
import { createStagePainter } from './draw-stage.ts';
import type { EditorPhotos } from './use-editor-photos.ts';

/** The picture itself, drawn by the same function as its file, at the pixels that the screen shows. */
export function EditorCanvas({
  scene,
  photos,
  scale,
  label,
}: {
  scene: Scene;
  photos: EditorPhotos;
  /** Pixels of the canvas for one of the picture. */
  scale: number;
  label: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { fonts } = useSceneFonts();
  const painter = useMemo(() => createStagePainter(), []);
  const { exact, whole } = photos;
  const latest = useRef(photos);
  latest.current = photos;
  useEffect(() => {
    const ctx = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!ctx || !fonts) return undefined;
    // Several changes within one frame are drawn once.
    const frame = requestAnimationFrame(() =>
      painter.draw(ctx, scene, scale, latest.current, fonts),
    );
    return () => cancelAnimationFrame(frame);
  }, [scene, scale, fonts, painter, exact, whole]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      aria-busy={fonts === undefined}
      width={Math.round(scene.widthPx * scale)}
      height={Math.round(scene.heightPx * scale)}
    />
  );
}
