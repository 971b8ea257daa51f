import type { RectFrac } from '../scene.ts';

export type Handle = 'nw' | 'ne' | 'sw' | 'se';
export const wholeCrop: RectFrac = { xFrac: 0, yFrac: 0, widthFrac: 1, heightFrac: 1 };
const leastFrac = 0.05;

/** The largest part of this ratio (width by height) around the middle of `crop`, in a frame of
 *  `frameRatio`. */
export function cropToRatio(crop: RectFrac, ratio: number, frameRatio: number): RectFrac {
  const inFrame = ratio / frameRatio;
  const widthFrac = Math.min(1, inFrame);
  const heightFrac = Math.min(1, widthFrac / inFrame);
  const middleX = crop.xFrac + crop.widthFrac / 2;
  const middleY = crop.yFrac + crop.heightFrac / 2;
  return inside({
    xFrac: middleX - widthFrac / 2,
    yFrac: middleY - heightFrac / 2,
    widthFrac,
    heightFrac,
  });
}

export function moveCrop(crop: RectFrac, dxFrac: number, dyFrac: number): RectFrac {
  return inside({ ...crop, xFrac: crop.xFrac + dxFrac, yFrac: crop.yFrac + dyFrac });
}

/** Drags one corner, the opposite one stays; with a ratio (in the frame's own fractions) it is kept. */
export function resizeCrop(
  crop: RectFrac,
  handle: Handle,
  dxFrac: number,
  dyFrac: number,
  inFrameRatio?: number,
): RectFrac {
  const isWest = handle.endsWith('w');
  const isNorth = handle.startsWith('n');
  const right = crop.xFrac + crop.widthFrac;
  const below = crop.yFrac + crop.heightFrac;
  const mostWidth = isWest ? right : 1 - crop.xFrac;
  const mostHeight = isNorth ? below : 1 - crop.yFrac;
  let widthFrac = clamp(crop.widthFrac + (isWest ? -dxFrac : dxFrac), leastFrac, mostWidth);
  let heightFrac = clamp(crop.heightFrac + (isNorth ? -dyFrac : dyFrac), leastFrac, mostHeight);
  if (inFrameRatio !== undefined) {
    widthFrac = Math.min(Math.max(widthFrac, heightFrac * inFrameRatio), mostWidth);
    heightFrac = widthFrac / inFrameRatio;
    if (heightFrac > mostHeight) {
      heightFrac = mostHeight;
      widthFrac = heightFrac * inFrameRatio;
    }
  }
  return {
    xFrac: isWest ? right - widthFrac : crop.xFrac,
    yFrac: isNorth ? below - heightFrac : crop.yFrac,
    widthFrac,
    heightFrac,
  };
}

function inside(crop: RectFrac): RectFrac {
  return {
    ...crop,
    xFrac: clamp(crop.xFrac, 0, 1 - crop.widthFrac),
    yFrac: clamp(crop.yFrac, 0, 1 - crop.heightFrac),
  };
}

const clamp = (value: number, min: number, max: number): number =>
  Math.min(Math.max(value, min), Math.max(min, max));
