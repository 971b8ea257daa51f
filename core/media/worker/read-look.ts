import { lookOf, lookSidePx } from '../look.ts';
import type { SharpModule } from './load-sharp.ts';
import type { WrittenLook } from './worker-messages.ts';

/** How a photo looks, from its thumbnail; holes count as white. */
export async function readLook(sharp: SharpModule, thumbPath: string): Promise<WrittenLook> {
  const rgb = await sharp(thumbPath)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(lookSidePx, lookSidePx, { fit: 'fill' })
    .removeAlpha()
    .raw()
    .toBuffer();
  const { print, tones } = lookOf(rgb);
  return { print, tones: Buffer.from(tones).toString('base64') };
}
