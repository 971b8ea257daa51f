import type { Box, Layer, Scene } from '../scene.ts';
import { mapLayers, pickLayers } from './change-layers.ts';
import { boundsOf, wholeBox } from './layer-box.ts';

export type Side = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'across' | 'down';

type Unit = { ids: string[]; bounds: Box };

/** Groups move as one. */
function unitsOf(layers: readonly Layer[]): Unit[] {
  const byUnit = new Map<string, Layer[]>();
  for (const layer of layers) {
    const key = layer.groupId === undefined ? `one ${layer.id}` : `group ${layer.groupId}`;
    byUnit.set(key, [...(byUnit.get(key) ?? []), layer]);
  }
  return [...byUnit.values()].flatMap((members) => {
    const bounds = boundsOf(members);
    return bounds ? [{ ids: members.map((one) => one.id), bounds }] : [];
  });
}

/** Lines up what is selected with one another; one thing alone with the picture. */
export function alignLayers(scene: Scene, ids: readonly string[], side: Side): Scene {
  const units = unitsOf(pickLayers(scene, ids));
  const all = boundsOf(pickLayers(scene, ids));
  if (!all) return scene;
  const { widthPx, heightPx } = scene;
  const frame = units.length === 1 ? { xPx: 0, yPx: 0, widthPx, heightPx } : all;
  return units.reduce((now, { ids: unit, bounds }) => {
    const { dxPx, dyPx } = wayTo(bounds, frame, side);
    return shift(now, unit, dxPx, dyPx);
  }, scene);
}

function wayTo(from: Box, frame: Box, side: Side): { dxPx: number; dyPx: number } {
  const freeX = frame.widthPx - from.widthPx;
  const freeY = frame.heightPx - from.heightPx;
  const x = { left: 0, center: freeX / 2, right: freeX } as const;
  const y = { top: 0, middle: freeY / 2, bottom: freeY } as const;
  if (side in x) return { dxPx: frame.xPx + x[side as keyof typeof x] - from.xPx, dyPx: 0 };
  return { dxPx: 0, dyPx: frame.yPx + y[side as keyof typeof y] - from.yPx };
}

/** The same space between each two of three or more; the outer ones stay. */
export function distributeLayers(scene: Scene, ids: readonly string[], axis: Axis): Scene {
  const [start, size] =
    axis === 'across' ? (['xPx', 'widthPx'] as const) : (['yPx', 'heightPx'] as const);
  const units = unitsOf(pickLayers(scene, ids)).toSorted(
    (a, b) => a.bounds[start] - b.bounds[start],
  );
  const [first, last] = [units[0], units.at(-1)];
  if (!first || !last || units.length < 3) return scene;
  const span = last.bounds[start] + last.bounds[size] - first.bounds[start];
  const filled = units.reduce((sum, unit) => sum + unit.bounds[size], 0);
  const gapPx = (span - filled) / (units.length - 1);
  let next = first.bounds[start];
  return units.reduce((now, { ids: unit, bounds }) => {
    const by = next - bounds[start];
    next += bounds[size] + gapPx;
    return axis === 'across' ? shift(now, unit, by, 0) : shift(now, unit, 0, by);
  }, scene);
}

function shift(scene: Scene, ids: readonly string[], dxPx: number, dyPx: number): Scene {
  return mapLayers(scene, ids, (layer) => ({
    ...layer,
    box: wholeBox({ ...layer.box, xPx: layer.box.xPx + dxPx, yPx: layer.box.yPx + dyPx }),
  }));
}
