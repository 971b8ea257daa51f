import type { Box, Layer } from '../scene.ts';

export type Point = { xPx: number; yPx: number };

export function middleOf(box: Box): Point {
  return { xPx: box.xPx + box.widthPx / 2, yPx: box.yPx + box.heightPx / 2 };
}

/** The point turned clockwise around another. */
export function turnPoint(point: Point, around: Point, deg: number): Point {
  const angle = (deg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [dx, dy] = [point.xPx - around.xPx, point.yPx - around.yPx];
  return {
    xPx: around.xPx + dx * cos - dy * sin,
    yPx: around.yPx + dx * sin + dy * cos,
  };
}

/** Top left, top right, bottom right, bottom left of a layer as it stands turned. */
export function cornersOf({ box, rotationDeg = 0 }: Pick<Layer, 'box' | 'rotationDeg'>): Point[] {
  const { xPx, yPx, widthPx, heightPx } = box;
  const middle = middleOf(box);
  return [
    { xPx, yPx },
    { xPx: xPx + widthPx, yPx },
    { xPx: xPx + widthPx, yPx: yPx + heightPx },
    { xPx, yPx: yPx + heightPx },
  ].map((corner) => (rotationDeg === 0 ? corner : turnPoint(corner, middle, rotationDeg)));
}

/** The smallest upright box around points. */
export function boxAround(points: readonly Point[]): Box {
  const xs = points.map((point) => point.xPx);
  const ys = points.map((point) => point.yPx);
  const [xPx, yPx] = [Math.min(...xs), Math.min(...ys)];
  return { xPx, yPx, widthPx: Math.max(...xs) - xPx, heightPx: Math.max(...ys) - yPx };
}

/** The upright box around layers as they stand turned; nothing without any. */
export function boundsOf(layers: readonly Pick<Layer, 'box' | 'rotationDeg'>[]): Box | undefined {
  return layers.length === 0 ? undefined : boxAround(layers.flatMap(cornersOf));
}

/** Whether a point lies on a layer as it stands turned. */
export function isOnLayer(layer: Pick<Layer, 'box' | 'rotationDeg'>, point: Point): boolean {
  const { box, rotationDeg = 0 } = layer;
  const { xPx, yPx } = turnPoint(point, middleOf(box), -rotationDeg);
  return (
    xPx >= box.xPx &&
    xPx <= box.xPx + box.widthPx &&
    yPx >= box.yPx &&
    yPx <= box.yPx + box.heightPx
  );
}

export function doBoxesMeet(a: Box, b: Box): boolean {
  return (
    a.xPx <= b.xPx + b.widthPx &&
    b.xPx <= a.xPx + a.widthPx &&
    a.yPx <= b.yPx + b.heightPx &&
    b.yPx <= a.yPx + a.heightPx
  );
}

/** Whole pixels, at least one wide and high. */
export function wholeBox(box: Box): Box {
  return {
    xPx: Math.round(box.xPx),
    yPx: Math.round(box.yPx),
    widthPx: Math.max(1, Math.round(box.widthPx)),
    heightPx: Math.max(1, Math.round(box.heightPx)),
  };
}
