import { luminance } from '../colours.ts';
import type { Layer, Scene } from '../scene.ts';
import type { Brand } from '../template.ts';
import { dressPrices } from './dress-prices.ts';
import { dressWatermark } from './dress-watermark.ts';

/** Lighter words than this stand on a dark ground. */
const lightInk = 0.4;
/** On paper nothing is marked, and prices have their own place. */
const printFormats: ReadonlySet<string> = new Set(['a6', 'label']);

/** What the shop's look adds to a filled template: its logo for dark grounds, how prices stand, its
 *  watermark. (In which fonts words are set the template asks by itself, because its layout depends on
 *  them.) Without any of these the scene comes back as it is. */
export function dress(scene: Scene, brand: Brand): Scene {
  const withLogo = dressLogos(scene, brand);
  if (printFormats.has(scene.format)) return withLogo;
  return dressWatermark(dressPrices(withLogo, brand), brand);
}

/** The template gave the logo a colour to be read in: light where it stands on something dark. */
function dressLogos(scene: Scene, { logoDark }: Brand): Scene {
  if (!logoDark) return scene;
  const layers = scene.layers.map((layer): Layer => {
    if (layer.kind !== 'logo' || luminance(layer.style.colour) < lightInk) return layer;
    return { ...layer, photoId: logoDark.photoId, ratio: logoDark.ratio };
  });
  return { ...scene, layers };
}
