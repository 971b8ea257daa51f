import type { FontSet } from '../../../shared/scene/font-set.ts';
import { layoutText } from '../../../shared/scene/layout-text.ts';
import type { Scene } from '../../../shared/scene/scene.ts';

/** Whether some words of a scene are too many for their box and end in an ellipsis. */
export function hasCutText({ layers }: Scene, fonts: FontSet): boolean {
  return layers.some(
    (layer) =>
      layer.kind === 'text' &&
      !layer.hidden &&
      layoutText(layer.text, layer.style, layer.box, fonts).isShortened,
  );
}
