import { dominantColours } from '../../../shared/scene/dominant-colours.ts';
import { maxPixels, type SharpModule } from './load-sharp.ts';
import type { WorkerOps } from './worker-messages.ts';

/** Enough to tell colours apart, and quick. */
const sidePx = 160;

/** The colours that a picture of the library is made of. */
export async function readPalette(
  sharp: SharpModule,
  { path }: WorkerOps['readPalette']['input'],
): Promise<WorkerOps['readPalette']['output']> {
  const rgba = await sharp(path, { failOn: 'truncated', limitInputPixels: maxPixels })
    .autoOrient()
    // Whole pixels, not mixed ones: the edges of a logo would make colours that it does not have.
    .resize(sidePx, sidePx, { fit: 'inside', withoutEnlargement: true, kernel: 'nearest' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer();
  return { colours: dominantColours(rgba) };
}
