import type { Box } from '../../../../shared/scene/scene.ts';

/** How the picture stands in its window: pixels of the screen for one of the picture, and where its
 *  top left is. */
export type View = { zoom: number; xPx: number; yPx: number };
type Size = { widthPx: number; heightPx: number };

const marginPx = 40;
export const leastZoom = 0.05;
export const mostZoom = 8;
/** What the buttons and Ctrl with + and - go through. */
const steps = [0.05, 0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.5, 2, 3, 4, 6, 8];

/** All of the picture in the middle of its window, at most at its own size. */
export function fitView(scene: Size, room: Size): View {
  const zoom = Math.max(
    leastZoom,
    Math.min(
      1,
      (room.widthPx - 2 * marginPx) / scene.widthPx,
      // The bar at the foot keeps its room.
      (room.heightPx - 2 * marginPx - 40) / scene.heightPx,
    ),
  );
  return {
    zoom,
    xPx: Math.round((room.widthPx - scene.widthPx * zoom) / 2),
    yPx: Math.round((room.heightPx - 40 - scene.heightPx * zoom) / 2),
  };
}

/** Zooms so that the point under the hand stays under it. */
export function zoomAt(view: View, zoom: number, at: { xPx: number; yPx: number }): View {
  const next = Math.min(Math.max(zoom, leastZoom), mostZoom);
  const by = next / view.zoom;
  return {
    zoom: next,
    xPx: at.xPx - (at.xPx - view.xPx) * by,
    yPx: at.yPx - (at.yPx - view.yPx) * by,
  };
}

type Point = { xPx: number; yPx: number };

/** Two fingers hold two points of the picture: both stay under them. */
export function pinchView(
  view: View,
  before: readonly [Point, Point],
  after: readonly [Point, Point],
): View {
  const from = middleOf(before);
  const to = middleOf(after);
  const apart = ([a, b]: readonly [Point, Point]) => Math.hypot(a.xPx - b.xPx, a.yPx - b.yPx);
  const by = apart(after) / Math.max(apart(before), 1);
  const zoomed = zoomAt(view, view.zoom * by, from);
  return {
    ...zoomed,
    xPx: zoomed.xPx + to.xPx - from.xPx,
    yPx: zoomed.yPx + to.yPx - from.yPx,
  };
}

function middleOf([a, b]: readonly [Point, Point]): Point {
  return { xPx: (a.xPx + b.xPx) / 2, yPx: (a.yPx + b.yPx) / 2 };
}

export function nextZoom(zoom: number, by: 1 | -1): number {
  const slack = 1.001;
  const next =
    by > 0 ? steps.find((one) => one > zoom * slack) : steps.findLast((one) => one < zoom / slack);
  return next ?? (by > 0 ? mostZoom : leastZoom);
}

/** A part of the picture as it stands on the screen, inside the picture's own frame. */
export function onScreen(box: Box, zoom: number) {
  return {
    left: box.xPx * zoom,
    top: box.yPx * zoom,
    width: box.widthPx * zoom,
    height: box.heightPx * zoom,
  };
}
