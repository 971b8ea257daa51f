import type { TFunction } from 'i18next';
import type { Layer } from '../../../../shared/scene/scene.ts';

const mostLetters = 28;

/** How a layer is called: as the merchant named it, else by what it says or is. */
export function layerName(layer: Layer, t: TFunction<'editor'>): string {
  if (layer.name) return layer.name;
  if (layer.kind === 'text' || layer.kind === 'badge') {
    const words = layer.text.replace(/\s+/g, ' ').trim();
    if (words) return words.length > mostLetters ? `${words.slice(0, mostLetters)}…` : words;
  }
  if (layer.kind === 'logo' && layer.text) return t('layer.logoOf', { name: layer.text });
  return t(`layer.${layer.kind}`);
}
