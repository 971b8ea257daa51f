import { choiceFontFiles } from './font-files.ts';
import type { FontFamily, Scene } from './scene.ts';

const own = /^own:([0-9a-f-]{36})$/;

/** By which scenes name a font that the merchant brought. */
export function ownFamily(id: string): FontFamily {
  return `own:${id}`;
}

/** The id of a font that the merchant brought; nothing for one that ships. */
export function ownFontId(family: FontFamily): string | undefined {
  return own.exec(family)?.[1];
}

/** The families that a scene is set in beside those that are always loaded, each once: the shop's own,
 *  and those that ship to be chosen. */
export function addedFamilies(scene: Scene): FontFamily[] {
  const families = scene.layers.flatMap((layer) =>
    'style' in layer && isAdded(layer.style.font.family) ? [layer.style.font.family] : [],
  );
  return [...new Set(families)].toSorted();
}

const isAdded = (family: FontFamily): boolean =>
  ownFontId(family) !== undefined || choiceFontFiles.some((one) => one.family === family);
