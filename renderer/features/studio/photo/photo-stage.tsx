import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, type ReactNode } from 'react';
import type { SizePx } from '../../../../shared/scene/photo-work/plan-photo.ts';
import type { WorkedPicture } from './use-worked-picture.ts';

/** The photo as it will be, as large as the room allows. What is laid over it (a crop, a brush) knows
 *  its box. */
export function PhotoStage({
  picture,
  size,
  label,
  isBefore,
  straightenDeg,
  children,
}: {
  picture: WorkedPicture;
  /** Of the worked photo: only its ratio counts. */
  size: SizePx;
  label: string;
  isBefore: boolean;
  straightenDeg: number;
  children?: ReactNode;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { ref, width, height } = useElementSize();
  const scale = Math.min(width / size.widthPx, height / size.heightPx) || 0;
  const { draw } = picture;
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const pixels = draw(isBefore);
      const to = canvas.current;
      if (!pixels || !to) return;
      if (to.width !== pixels.width || to.height !== pixels.height) {
        to.width = pixels.width;
        to.height = pixels.height;
      }
      to.getContext('2d', { willReadFrequently: true })?.putImageData(pixels, 0, 0);
      to.dataset['drawn'] = String(Number(to.dataset['drawn'] ?? 0) + 1);
    });
    return () => cancelAnimationFrame(frame);
  });
  // Until the tilted pixels are there, the ones on screen are turned.
  const ahead = straightenDeg - picture.straightenDeg;
  return (
    <div ref={ref} className="photo-stage">
      <div
        className="photo-box"
        style={{ width: size.widthPx * scale, height: size.heightPx * scale }}
      >
        <canvas
          ref={canvas}
          role="img"
          aria-label={label}
          aria-busy={picture.base === undefined}
          style={ahead === 0 ? undefined : { transform: `rotate(${ahead}deg)` }}
        />
        {children}
      </div>
    </div>
  );
}
