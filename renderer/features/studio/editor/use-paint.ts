import { pickLayers } from '../../../../shared/scene/edit/change-layers.ts';
import type { FontFamily, Layer } from '../../../../shared/scene/scene.ts';
import type { EditorDocument } from './use-document.ts';
import type { LayerDeeds } from './use-layer-deeds.ts';

/** Gives what is selected a colour or a font of the shop; the ground where nothing is selected. */
export function usePaint(document: EditorDocument, deeds: LayerDeeds) {
  const { scene, selected } = document;
  const picked = scene ? pickLayers(scene, selected) : [];
  const [first] = picked;
  const background = typeof scene?.background === 'string' ? scene.background : undefined;
  return {
    colour: first ? colourOf(first) : background,
    canSetFont: picked.some((layer) => 'style' in layer),
    set: (colour: string) =>
      picked.length === 0
        ? document.change((now) => ({ ...now, background: colour }))
        : deeds.set(selected, (layer) => painted(layer, colour)),
    setFont: (family: FontFamily) =>
      deeds.set(selected, (layer) =>
        'style' in layer
          ? ({
              ...layer,
              style: { ...layer.style, font: { ...layer.style.font, family } },
            } as Layer)
          : layer,
      ),
  };
}

function colourOf(layer: Layer): string | undefined {
  if (layer.kind === 'shape') return typeof layer.fill === 'string' ? layer.fill : undefined;
  if (layer.kind === 'sticker') return layer.colour;
  if (layer.kind === 'qr') return layer.dark;
  return 'style' in layer ? layer.style.colour : undefined;
}

function painted(layer: Layer, colour: string): Layer {
  if (layer.kind === 'shape') return { ...layer, fill: colour };
  if (layer.kind === 'sticker') return { ...layer, colour };
  if (layer.kind === 'qr') return { ...layer, dark: colour };
  if (!('style' in layer)) return layer;
  return { ...layer, style: { ...layer.style, colour } };
}
