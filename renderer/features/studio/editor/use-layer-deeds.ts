import { useMemo } from 'react';
import {
  alignLayers,
  distributeLayers,
  type Axis,
  type Side,
} from '../../../../shared/scene/edit/align-layers.ts';
import {
  addLayers,
  copyLayers,
  freeIds,
  groupLayers,
  mapLayers,
  orderLayers,
  pickLayers,
  placeLayers,
  removeLayers,
  ungroupLayers,
  type OrderStep,
} from '../../../../shared/scene/edit/change-layers.ts';
import { moveLayers, turnLayers } from '../../../../shared/scene/edit/move-layers.ts';
import { nextLayer } from '../../../../shared/scene/edit/pick-layers.ts';
import type { Layer, Scene } from '../../../../shared/scene/scene.ts';
import { ownPrefix } from './editor-doc.ts';
import type { EditorDocument } from './use-document.ts';

export const newLayerId = (): string => `${ownPrefix}${crypto.randomUUID()}`;

/** Everything that can be done to what is selected, each a step of its own to undo. */
export function useLayerDeeds(document: EditorDocument) {
  const { change, select, selected, scene } = document;
  return useMemo(() => {
    const free = (now: Scene) => freeIds(now, selected);
    const toFree = (make: (now: Scene, ids: string[]) => Scene) => (gesture?: string) =>
      change((now) => make(now, free(now)), gesture);
    return {
      isEmpty: selected.length === 0,
      nudge: (dxPx: number, dyPx: number) =>
        toFree((now, ids) => moveLayers(now, ids, dxPx, dyPx))('nudge'),
      turnBy: (deg: number) => toFree((now, ids) => turnLayers(now, ids, deg))('turn'),
      align: (side: Side) => toFree((now, ids) => alignLayers(now, ids, side))(),
      distribute: (axis: Axis) => toFree((now, ids) => distributeLayers(now, ids, axis))(),
      order: (step: OrderStep) => change((now) => orderLayers(now, selected, step)),
      placeAt: (id: string, index: number) => change((now) => placeLayers(now, [id], index)),
      group: () => change((now) => groupLayers(now, selected, crypto.randomUUID())),
      ungroup: () => change((now) => ungroupLayers(now, selected)),
      remove: () => toFree((now, ids) => removeLayers(now, ids))(),
      duplicate() {
        if (!scene) return;
        const stepPx = Math.round(Math.min(scene.widthPx, scene.heightPx) * 0.02);
        const move = { dxPx: stepPx, dyPx: stepPx };
        const copies = copyLayers(pickLayers(scene, selected), newLayerId, move);
        change((now) => addLayers(now, copies));
        select(copies.map((layer) => layer.id));
      },
      add(layers: readonly Layer[]) {
        change((now) => addLayers(now, layers));
        select(layers.map((layer) => layer.id));
      },
      set: (ids: readonly string[], make: (layer: Layer) => Layer, gesture?: string) =>
        change((now) => mapLayers(now, ids, make), gesture),
      selectAll: () =>
        select(
          scene?.layers.filter((one) => !one.hidden && !one.locked).map((one) => one.id) ?? [],
        ),
      step: (by: 1 | -1) => (scene ? select(nextLayer(scene, selected, by)) : undefined),
    };
  }, [change, select, selected, scene]);
}

export type LayerDeeds = ReturnType<typeof useLayerDeeds>;
