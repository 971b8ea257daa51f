import type { FontSet } from '../../shared/scene/font-set.ts';
import { layoutText } from '../../shared/scene/layout-text.ts';
import type { Scene } from '../../shared/scene/scene.ts';

/** Where every line of a scene's words ends and how large they are set, as one comparable text. */
export function linesOf(scene: Scene, fonts: FontSet): string {
  const laidOut = scene.layers.flatMap((layer) => {
    if (layer.kind !== 'text') return [];
    const { sizePx, lines } = layoutText(layer.text, layer.style, layer.box, fonts);
    return [[layer.id, sizePx.toFixed(3), ...lines.map(({ glyphs }) => glyphs.length)]];
  });
  return JSON.stringify(laidOut);
}
