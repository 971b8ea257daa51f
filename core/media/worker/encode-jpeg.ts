import type { SharpModule } from './load-sharp.ts';
import type { Pixels } from './photo-master.ts';

const qualities = [90, 86, 82, 76, 70, 60, 50] as const;

/** Encodes drawn pixels (RGBA, opaque) as an sRGB JPEG of at most `maxBytes`, stepping the quality down
 *  for pictures that are too rich. Nothing but pixels goes in: no camera, no place. */
export async function encodeJpeg(
  sharp: SharpModule,
  { pixels, widthPx, heightPx }: Pixels,
  maxBytes: number,
): Promise<Buffer> {
  const raw = { width: widthPx, height: heightPx, channels: 4 as const };
  let smallest: Buffer | undefined;
  for (const quality of qualities) {
    smallest = await sharp(pixels, { raw }).removeAlpha().jpeg({ quality }).toBuffer();
    if (smallest.length <= maxBytes) return smallest;
  }
  if (!smallest) throw new Error('no quality to encode with');
  return smallest;
}
