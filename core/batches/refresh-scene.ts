import type { Layer, Scene } from '../../shared/scene/scene.ts';

/** What was edited by hand, with the words and prices of today: a text that still says what it said when
 *  the editing began says what the template says now. Places, colours and rewritten texts stay. */
export function refreshScene(base: Scene, hand: Scene, fresh: Scene): Scene {
  const before = layersById(base);
  const now = layersById(fresh);
  return {
    ...hand,
    layers: hand.layers.map((layer) =>
      refreshLayer(layer, before.get(layer.id), now.get(layer.id)),
    ),
  };
}

function layersById(scene: Scene): Map<string, Layer> {
  return new Map(scene.layers.map((layer) => [layer.id, layer]));
}

function refreshLayer(hand: Layer, base: Layer | undefined, fresh: Layer | undefined): Layer {
  if (!base || !fresh || hand.kind !== base.kind || hand.kind !== fresh.kind) return hand;
  if (!('text' in hand) || !('text' in base) || !('text' in fresh)) return hand;
  if (hand.text !== base.text) return hand;
  const next = { ...hand, text: fresh.text };
  return next.kind === 'price' && base.kind === 'price' && fresh.kind === 'price'
    ? refreshOld(next, base, fresh)
    : next;
}

type Price = Extract<Layer, { kind: 'price' }>;

function refreshOld(hand: Price, base: Price, fresh: Price): Price {
  if (hand.oldText !== base.oldText) return hand;
  const { oldText: _oldText, ...rest } = hand;
  return fresh.oldText === undefined ? rest : { ...rest, oldText: fresh.oldText };
}
