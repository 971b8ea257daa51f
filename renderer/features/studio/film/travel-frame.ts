import type { RectFrac } from '../../../../shared/scene/scene.ts';

const within = (value: number, most: number): number =>
  Math.round(Math.min(Math.max(value, 0), Math.max(0, most)) * 1000) / 1000;

/** A frame moved by shares of the photo, never out of it. */
export function movedFrame(rect: RectFrac, dx: number, dy: number): RectFrac {
  return {
    ...rect,
    xFrac: within(rect.xFrac + dx, 1 - rect.widthFrac),
    yFrac: within(rect.yFrac + dy, 1 - rect.heightFrac),
  };
}

/** A frame of another size around the same middle, as far as the photo reaches. */
export function sizedFrame(rect: RectFrac, size: number): RectFrac {
  const side = within(size, 1);
  const sized = { ...rect, widthFrac: side, heightFrac: side };
  return movedFrame(sized, (rect.widthFrac - side) / 2, (rect.heightFrac - side) / 2);
}
