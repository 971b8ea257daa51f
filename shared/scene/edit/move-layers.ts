import type { Box, Layer, Scene } from '../scene.ts';
import { mapLayers, pickLayers } from './change-layers.ts';
import { boundsOf, middleOf, turnPoint, wholeBox, type Point } from './layer-box.ts';
import { scaleStyle } from './scale-style.ts';

/** Which of the eight handles is held: -1 is left or top, 1 right or bottom, 0 the middle of a side. */
export type Handle = { x: -1 | 0 | 1; y: -1 | 0 | 1 };

export const handles: readonly Handle[] = [
  { x: -1, y: -1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: 0 },
];

const leastSidePx = 4;

export function moveLayers(scene: Scene, ids: readonly string[], dxPx: number, dyPx: number) {
  return mapLayers(scene, ids, (layer) => ({
    ...layer,
    box: wholeBox({ ...layer.box, xPx: layer.box.xPx + dxPx, yPx: layer.box.yPx + dyPx }),
  }));
}

/** The box after one handle went so far; the opposite corner or side stays where it is seen, also of
 *  a turned one. `keepsRatio` keeps width to height; `fromMiddle` moves both sides. */
export function resizeBox(
  box: Box,
  rotationDeg: number,
  handle: Handle,
  drag: { dxPx: number; dyPx: number },
  { keepsRatio = false, fromMiddle = false } = {},
): Box {
  const zero = { xPx: 0, yPx: 0 };
  const along = turnPoint({ xPx: drag.dxPx, yPx: drag.dyPx }, zero, -rotationDeg);
  const sides = fromMiddle ? 2 : 1;
  let widthPx = Math.max(leastSidePx, box.widthPx + handle.x * along.xPx * sides);
  let heightPx = Math.max(leastSidePx, box.heightPx + handle.y * along.yPx * sides);
  if (keepsRatio) {
    const factor = ratioFactor(box, handle, widthPx, heightPx);
    widthPx = box.widthPx * factor;
    heightPx = box.heightPx * factor;
  }
  const middle = middleOf(box);
  const shift = fromMiddle
    ? zero
    : turnPoint(
        {
          xPx: (handle.x * (widthPx - box.widthPx)) / 2,
          yPx: (handle.y * (heightPx - box.heightPx)) / 2,
        },
        zero,
        rotationDeg,
      );
  return {
    xPx: middle.xPx + shift.xPx - widthPx / 2,
    yPx: middle.yPx + shift.yPx - heightPx / 2,
    widthPx,
    heightPx,
  };
}

function ratioFactor(box: Box, handle: Handle, widthPx: number, heightPx: number): number {
  const [byWidth, byHeight] = [widthPx / box.widthPx, heightPx / box.heightPx];
  const least = Math.max(leastSidePx / box.widthPx, leastSidePx / box.heightPx);
  if (handle.x === 0) return Math.max(byHeight, least);
  if (handle.y === 0) return Math.max(byWidth, least);
  const isWidthFurther = Math.abs(byWidth - 1) > Math.abs(byHeight - 1);
  return Math.max(isWidthFurther ? byWidth : byHeight, least);
}

/** Makes one layer another size. Words grow along with a corner, and keep their size with a side. */
export function resizeLayer(layer: Layer, box: Box, handle: Handle): Layer {
  const isCorner = handle.x !== 0 && handle.y !== 0;
  const factor = Math.sqrt((box.widthPx / layer.box.widthPx) * (box.heightPx / layer.box.heightPx));
  const resized = { ...layer, box: wholeBox(box) };
  return isCorner ? scaleStyle(resized, factor) : resized;
}

/** Makes several layers larger or smaller together, as one picture would be. */
export function scaleLayers(scene: Scene, ids: readonly string[], from: Box, to: Box): Scene {
  const factor = Math.min(to.widthPx / from.widthPx, to.heightPx / from.heightPx);
  return mapLayers(scene, ids, (layer) => {
    const middle = middleOf(layer.box);
    const widthPx = layer.box.widthPx * factor;
    const heightPx = layer.box.heightPx * factor;
    const xPx = to.xPx + (middle.xPx - from.xPx) * factor - widthPx / 2;
    const yPx = to.yPx + (middle.yPx - from.yPx) * factor - heightPx / 2;
    return scaleStyle({ ...layer, box: wholeBox({ xPx, yPx, widthPx, heightPx }) }, factor);
  });
}

/** From -180 to 180; `snaps` to steps of 15. */
export function wholeAngle(deg: number, snaps: boolean): number {
  const step = snaps ? 15 : 1;
  const rounded = Math.round(deg / step) * step;
  const turned = ((((rounded + 180) % 360) + 360) % 360) - 180;
  return turned === -180 ? 180 : turned;
}

/** The angle of a point seen from the middle of a selection, 0 straight above. */
export function angleTo(middle: Point, point: Point): number {
  return (Math.atan2(point.xPx - middle.xPx, middle.yPx - point.yPx) * 180) / Math.PI;
}

/** Turns layers together around the middle of what they cover. */
export function turnLayers(scene: Scene, ids: readonly string[], deg: number): Scene {
  const picked = pickLayers(scene, ids);
  const bounds = boundsOf(picked);
  if (!bounds) return scene;
  const around = picked.length === 1 && picked[0] ? middleOf(picked[0].box) : middleOf(bounds);
  return mapLayers(scene, ids, (layer) => {
    const middle = turnPoint(middleOf(layer.box), around, deg);
    const { widthPx, heightPx } = layer.box;
    const box = {
      ...{ widthPx, heightPx },
      xPx: middle.xPx - widthPx / 2,
      yPx: middle.yPx - heightPx / 2,
    };
    return withAngle({ ...layer, box: wholeBox(box) }, (layer.rotationDeg ?? 0) + deg);
  });
}

/** Upright layers carry no angle at all. */
export function withAngle(layer: Layer, deg: number): Layer {
  const { rotationDeg: _rotationDeg, ...upright } = layer;
  const angle = wholeAngle(deg, false);
  return angle === 0 ? upright : { ...upright, rotationDeg: angle };
}
