import type { Layer, Scene } from '../scene.ts';

/** Changes the named layers and leaves everything else as it is; locked ones too where `even` says. */
export function mapLayers(
  scene: Scene,
  ids: readonly string[],
  change: (layer: Layer) => Layer,
): Scene {
  const wanted = new Set(ids);
  return {
    ...scene,
    layers: scene.layers.map((layer) => (wanted.has(layer.id) ? change(layer) : layer)),
  };
}

/** The named layers in their order. */
export function pickLayers(scene: Scene, ids: readonly string[]): Layer[] {
  const wanted = new Set(ids);
  return scene.layers.filter((layer) => wanted.has(layer.id));
}

/** Those of the named layers that may be moved and removed. */
export function freeIds(scene: Scene, ids: readonly string[]): string[] {
  return pickLayers(scene, ids)
    .filter((layer) => !layer.locked)
    .map((layer) => layer.id);
}

export function removeLayers(scene: Scene, ids: readonly string[]): Scene {
  const gone = new Set(freeIds(scene, ids));
  return { ...scene, layers: scene.layers.filter((layer) => !gone.has(layer.id)) };
}

/** Puts layers on top of all others. */
export function addLayers(scene: Scene, layers: readonly Layer[]): Scene {
  return { ...scene, layers: [...scene.layers, ...layers] };
}

/** Copies with ids of their own; groups stay groups, apart from those they were copied from. */
export function copyLayers(
  layers: readonly Layer[],
  newId: () => string,
  move: { dxPx: number; dyPx: number } = { dxPx: 0, dyPx: 0 },
): Layer[] {
  const groups = new Map<string, string>();
  const groupOf = (groupId: string): string => {
    const known = groups.get(groupId) ?? newId();
    groups.set(groupId, known);
    return known;
  };
  return layers.map((layer) => {
    const box = { ...layer.box, xPx: layer.box.xPx + move.dxPx, yPx: layer.box.yPx + move.dyPx };
    const copy: Layer = { ...layer, id: newId(), box };
    if (layer.groupId !== undefined) copy.groupId = groupOf(layer.groupId);
    return copy;
  });
}

/** Makes one group of the layers, which then stand together below the topmost of them. */
export function groupLayers(scene: Scene, ids: readonly string[], groupId: string): Scene {
  const grouped = pickLayers(scene, ids).map((layer): Layer => ({ ...layer, groupId }));
  const wanted = new Set(ids);
  const top = scene.layers.findLastIndex((layer) => wanted.has(layer.id));
  const below = scene.layers.slice(0, top + 1).filter((layer) => !wanted.has(layer.id));
  return { ...scene, layers: [...below, ...grouped, ...scene.layers.slice(top + 1)] };
}

export function ungroupLayers(scene: Scene, ids: readonly string[]): Scene {
  return mapLayers(scene, ids, (layer) => {
    const { groupId: _groupId, ...alone } = layer;
    return alone;
  });
}

export type OrderStep = 'front' | 'back' | 'forward' | 'backward';

/** Moves the layers before or behind the others, keeping their order among themselves. */
export function orderLayers(scene: Scene, ids: readonly string[], step: OrderStep): Scene {
  const wanted = new Set(ids);
  const isMoved = (layer: Layer): boolean => wanted.has(layer.id);
  const moved = scene.layers.filter(isMoved);
  const others = scene.layers.filter((layer) => !isMoved(layer));
  if (step === 'front') return { ...scene, layers: [...others, ...moved] };
  if (step === 'back') return { ...scene, layers: [...moved, ...others] };
  const layers = step === 'forward' ? [...scene.layers] : scene.layers.toReversed();
  for (let at = layers.length - 2; at >= 0; at -= 1) {
    const [here, next] = [layers[at], layers[at + 1]];
    if (here && next && isMoved(here) && !isMoved(next)) {
      layers[at] = next;
      layers[at + 1] = here;
    }
  }
  return { ...scene, layers: step === 'forward' ? layers : layers.toReversed() };
}

/** Moves layers so that the lowest of them stands at `index` among the others, 0 being the lowest. */
export function placeLayers(scene: Scene, ids: readonly string[], index: number): Scene {
  const wanted = new Set(ids);
  const others = scene.layers.filter((layer) => !wanted.has(layer.id));
  return { ...scene, layers: others.toSpliced(index, 0, ...pickLayers(scene, ids)) };
}
