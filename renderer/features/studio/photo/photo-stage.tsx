import { useElementSize } from '@mantine/hooks';
import type { ReactNode, RefObject } from 'react';
import type { SizePx } from '../../../../shared/scene/photo-work/plan-photo.ts';
import type { WorkedPicture } from './use-worked-picture.ts';

/** The photo as it will be, as large as the room allows. What is laid over it (a crop, a brush) knows
 *  its box. */
export function PhotoStage({
  picture,
  canvas,
  size,
  label,
  straightenDeg,
  children,
}: {
  picture: WorkedPicture;
  /** What the picture is drawn on. */
  canvas: RefObject<HTMLCanvasElement | null>;
  /** Of the worked photo: only its ratio counts. */
  size: SizePx;
  label: string;
  straightenDeg: number;
  children?: ReactNode;
}) {
  const { ref, width, height } = useElementSize();
  const scale = Math.min(width / size.widthPx, height / size.heightPx) || 0;
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
