import type { Scene } from '../scene.ts';
import type { Brand } from '../template.ts';
import { dressLogos } from './dress-logos.ts';
import { dressPrices } from './dress-prices.ts';
import { dressWatermark } from './dress-watermark.ts';

/** On paper nothing is marked, and prices have their own place. */
const printFormats: ReadonlySet<string> = new Set(['a6', 'label']);

/** What the shop's look adds to a filled template: its logo for dark grounds and at a size of its own,
 *  how prices stand, its watermark. (In which fonts words are set the template asks by itself, because its layout depends on
 *  them.) Without any of these the scene comes back as it is. */
export function dress(scene: Scene, brand: Brand): Scene {
  const withLogo = dressLogos(scene, brand);
  if (printFormats.has(scene.format)) return withLogo;
  return dressWatermark(dressPrices(withLogo, brand), brand);
}
