import type { Box, Layer, Scene } from '../scene.ts';
import { boundsOf, doBoxesMeet, isOnLayer, type Point } from './layer-box.ts';

const canPick = (layer: Layer): boolean => !layer.hidden && !layer.locked;

/** The topmost layer under a point that can be picked up; `under` goes to the next one below. */
export function layerAt(scene: Scene, point: Point, under?: string): Layer | undefined {
  const hit = scene.layers.filter((layer) => canPick(layer) && isOnLayer(layer, point));
  const above = hit.findIndex((layer) => layer.id === under);
  return above > 0 ? hit[above - 1] : hit.at(-1);
}

/** The layers that a frame drawn by hand touches, in their order. */
export function layersIn(scene: Scene, frame: Box): Layer[] {
  return scene.layers.filter((layer) => {
    const bounds = boundsOf([layer]);
    return canPick(layer) && bounds !== undefined && doBoxesMeet(bounds, frame);
  });
}

/** The ids with those of their groups, in the order of the layers. */
export function withGroups(scene: Scene, ids: readonly string[]): string[] {
  const wanted = new Set(ids);
  const groups = new Set(
    scene.layers.flatMap((layer) =>
      wanted.has(layer.id) && layer.groupId !== undefined ? [layer.groupId] : [],
    ),
  );
  return scene.layers
    .filter((layer) => wanted.has(layer.id) || (layer.groupId && groups.has(layer.groupId)))
    .map((layer) => layer.id);
}

/** What a click makes of a selection: `adds` (Shift) puts in or takes out. */
export function clickSelection(
  scene: Scene,
  selected: readonly string[],
  id: string | undefined,
  adds: boolean,
): string[] {
  if (id === undefined) return adds ? [...selected] : [];
  const clicked = withGroups(scene, [id]);
  if (!adds) return clicked;
  return selected.includes(id)
    ? selected.filter((one) => !clicked.includes(one))
    : withGroups(scene, [...selected, ...clicked]);
}

/** The layer after or before the selected one from the top down, round and round. */
export function nextLayer(scene: Scene, selected: readonly string[], by: 1 | -1): string[] {
  const all = scene.layers.filter(canPick).toReversed();
  if (all.length === 0) return [];
  const at = all.findIndex((layer) => selected.includes(layer.id));
  const start = at < 0 ? (by === 1 ? -1 : 0) : at;
  const next = all[(start + by + all.length) % all.length];
  return next ? [next.id] : [];
}
