import { useEffect, useMemo, useRef } from 'react';
import { addedFamilies } from '../../../../shared/scene/own-fonts.ts';
import type { Scene } from '../../../../shared/scene/scene.ts';
import { useSceneFonts } from '../../../ui/scene-fonts.ts';
import { createStagePainter, type StagePhotos } from './draw-stage.ts';

/** The picture itself, drawn by the same function as its file, at the pixels that the screen shows. */
export function EditorCanvas({
  scene,
  photos,
  scale,
  label,
}: {
  scene: Scene;
  photos: StagePhotos;
  /** Pixels of the canvas for one of the picture. */
  scale: number;
  label: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { fonts } = useSceneFonts(useMemo(() => addedFamilies(scene), [scene]));
  const painter = useMemo(() => createStagePainter(), []);
  const { exact, whole, live } = photos;
  const latest = useRef(photos);
  latest.current = photos;
  useEffect(() => {
    const ctx = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!ctx || !fonts) return undefined;
    // Several changes within one frame are drawn once.
    let frame = 0;
    const draw = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        painter.draw(ctx, scene, scale, latest.current, fonts);
        ctx.canvas.dataset['live'] = String(live.version());
      });
    };
    draw();
    const leave = live.listen(draw);
    return () => {
      leave();
      cancelAnimationFrame(frame);
    };
  }, [scene, scale, fonts, painter, exact, whole, live]);
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
