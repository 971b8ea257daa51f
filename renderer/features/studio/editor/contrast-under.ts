import { contrast } from '../../../../shared/scene/colours.ts';
import { boundsOf, doBoxesMeet } from '../../../../shared/scene/edit/layer-box.ts';
import type { Layer, Scene } from '../../../../shared/scene/scene.ts';

/** Contrast of a layer's words with the one colour that lies under them; nothing where that is a photo,
 *  a course of colours, or more than one. */
export function contrastUnder(scene: Scene, layer: Layer): number | undefined {
  if (!('style' in layer)) return undefined;
  if (layer.kind === 'badge') return contrast(layer.style.colour, layer.fill);
  const at = scene.layers.findIndex((one) => one.id === layer.id);
  const bounds = boundsOf([layer]);
  if (!bounds) return undefined;
  const under = scene.layers.slice(0, at).findLast((one) => {
    const box = boundsOf([one]);
    const isGround = one.kind === 'photo' || one.kind === 'shape';
    return isGround && !one.hidden && box !== undefined && doBoxesMeet(box, bounds);
  });
  const ground = under === undefined ? scene.background : plainFill(under);
  return typeof ground === 'string' && ground.length === 7
    ? contrast(layer.style.colour, ground)
    : undefined;
}

function plainFill(layer: Layer): unknown {
  const isPlain = (layer.opacity ?? 1) === 1 && layer.blend === undefined;
  return layer.kind === 'shape' && isPlain ? layer.fill : undefined;
}
