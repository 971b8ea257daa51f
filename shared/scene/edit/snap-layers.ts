import type { Box, Scene } from '../scene.ts';
import { boundsOf } from './layer-box.ts';

/** A line that something was brought to: across the picture at `atPx` from `fromPx` to `toPx`. */
export type Guide = {
  axis: 'x' | 'y';
  atPx: number;
  fromPx: number;
  toPx: number;
  isMiddle: boolean;
};
export type Snap = { dxPx: number; dyPx: number; guides: Guide[] };

type Line = { atPx: number; fromPx: number; toPx: number; isMiddle: boolean };
export type SnapLines = { x: Line[]; y: Line[] };

/** Room that pictures keep at their edges, of their shorter side. */
export const marginFrac = 0.06;

/** Everything that layers can be brought to: the picture's edges, middles and margins, and the edges
 *  and middles of the other layers. Made once for each gesture. */
export function snapLines(scene: Scene, moving: readonly string[]): SnapLines {
  const { widthPx, heightPx } = scene;
  const marginPx = Math.round(Math.min(widthPx, heightPx) * marginFrac);
  const own = (lengthPx: number, acrossPx: number): Line[] =>
    [0, marginPx, lengthPx / 2, lengthPx - marginPx, lengthPx].map((atPx) => ({
      ...{ atPx, fromPx: 0, toPx: acrossPx },
      isMiddle: atPx === lengthPx / 2,
    }));
  const lines = { x: own(widthPx, heightPx), y: own(heightPx, widthPx) };
  const held = new Set(moving);
  for (const layer of scene.layers) {
    const box = boundsOf([layer]);
    if (!box || layer.hidden || held.has(layer.id) || isWhole(box, scene)) continue;
    lines.x.push(...edges(box.xPx, box.widthPx, box.yPx, box.heightPx));
    lines.y.push(...edges(box.yPx, box.heightPx, box.xPx, box.widthPx));
  }
  return lines;
}

/** A ground over the whole picture says nothing that the picture does not. */
function isWhole(box: Box, scene: Scene): boolean {
  return box.widthPx >= scene.widthPx && box.heightPx >= scene.heightPx;
}

function edges(startPx: number, sizePx: number, fromPx: number, acrossPx: number): Line[] {
  const toPx = fromPx + acrossPx;
  return [0, 0.5, 1].map((share) => ({
    ...{ atPx: startPx + sizePx * share, fromPx, toPx },
    isMiddle: false,
  }));
}

/** How much further a moved box must go to stand at the nearest lines within reach. */
export function snapBox(box: Box, lines: SnapLines, reachPx: number): Snap {
  const x = nearest([box.xPx, box.xPx + box.widthPx / 2, box.xPx + box.widthPx], lines.x, reachPx);
  const y = nearest(
    [box.yPx, box.yPx + box.heightPx / 2, box.yPx + box.heightPx],
    lines.y,
    reachPx,
  );
  const dxPx = x?.byPx ?? 0;
  const dyPx = y?.byPx ?? 0;
  const guides: Guide[] = [];
  if (x) guides.push(guideOf('x', x.line, box.yPx + dyPx, box.heightPx));
  if (y) guides.push(guideOf('y', y.line, box.xPx + dxPx, box.widthPx));
  return { dxPx, dyPx, guides };
}

/** The same for the sides that a handle moves: -1 the first, 1 the second, 0 none. */
export function snapSides(
  box: Box,
  handle: { x: number; y: number },
  lines: SnapLines,
  reachPx: number,
): Snap {
  const side = (at: number, size: number, which: number) =>
    which === 0 ? [] : [which < 0 ? at : at + size];
  const x = nearest(side(box.xPx, box.widthPx, handle.x), lines.x, reachPx);
  const y = nearest(side(box.yPx, box.heightPx, handle.y), lines.y, reachPx);
  const guides: Guide[] = [];
  if (x) guides.push(guideOf('x', x.line, box.yPx, box.heightPx));
  if (y) guides.push(guideOf('y', y.line, box.xPx, box.widthPx));
  return { dxPx: x?.byPx ?? 0, dyPx: y?.byPx ?? 0, guides };
}

function nearest(
  at: readonly number[],
  lines: readonly Line[],
  reachPx: number,
): { byPx: number; line: Line } | undefined {
  let best: { byPx: number; line: Line } | undefined;
  for (const line of lines)
    for (const one of at) {
      const byPx = line.atPx - one;
      const isNearer = Math.abs(byPx) < Math.abs(best?.byPx ?? Infinity);
      if (Math.abs(byPx) <= reachPx && isNearer) best = { byPx, line };
    }
  return best;
}

function guideOf(axis: 'x' | 'y', line: Line, startPx: number, sizePx: number): Guide {
  return {
    ...{ axis, atPx: line.atPx, isMiddle: line.isMiddle },
    fromPx: Math.min(line.fromPx, startPx),
    toPx: Math.max(line.toPx, startPx + sizePx),
  };
}
