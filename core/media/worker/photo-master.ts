import type { Sharp } from 'sharp';
import type { PhotoRequest } from '../../../shared/scene/photo-requests.ts';
import { coverCrop } from '../../../shared/scene/photo-requests.ts';
import { Problem } from '../../../shared/contract/problem.ts';
import { maxPixels, type SharpModule } from './load-sharp.ts';

/** A decoded photo, upright, 8-bit sRGB with or without alpha: every size is cut from it, so that the
 *  costly decoding is done once. */
export type PhotoMaster = { pixels: Buffer; widthPx: number; heightPx: number; channels: 3 | 4 };
export type Pixels = { pixels: Buffer; widthPx: number; heightPx: number };

/** Below this side nothing good can be made of a photo. */
const minSidePx = 320;

/** Decodes a photo of the library. `keepAlpha` for logos; a photo's holes show `paper`. */
export async function decodeMaster(
  sharp: SharpModule,
  path: string,
  { keepAlpha, paper }: { keepAlpha: boolean; paper: string },
): Promise<PhotoMaster> {
  const input = sharp(path, { failOn: 'truncated', limitInputPixels: maxPixels });
  const upright = input.autoOrient().toColourspace('srgb');
  const ready = keepAlpha ? upright.ensureAlpha() : upright.flatten({ background: paper });
  try {
    const { data, info } = await ready.raw().toBuffer({ resolveWithObject: true });
    const channels = info.channels === 4 ? 4 : 3;
    return { pixels: data, widthPx: info.width, heightPx: info.height, channels };
  } catch (error) {
    throw new Problem('photo-missing', {}, { cause: error });
  }
}

/** Refuses what would be mush: under 320 px on a side. Answers how much the cut must be magnified. */
export function enlargement(
  master: { widthPx: number; heightPx: number },
  request: PhotoRequest,
): number {
  if (request.contain) return 1;
  if (Math.min(master.widthPx, master.heightPx) < minSidePx)
    throw new Problem('picture-too-small', { widthPx: master.widthPx, heightPx: master.heightPx });
  return coverCrop(master, request).enlarged;
}

/** Cuts and scales the master to exactly what the scene asks for; RGBA. */
export async function scaleMaster(
  sharp: SharpModule,
  master: PhotoMaster,
  request: PhotoRequest,
): Promise<Pixels> {
  const raw = { width: master.widthPx, height: master.heightPx, channels: master.channels };
  const image = sharp(master.pixels, { raw, limitInputPixels: maxPixels });
  const { widthPx, heightPx } = request;
  if (request.contain) {
    image.resize(widthPx, heightPx, { fit: 'inside' });
  } else {
    const crop = coverCrop(master, request);
    image
      .extract({ left: crop.leftPx, top: crop.topPx, width: crop.widthPx, height: crop.heightPx })
      .resize(widthPx, heightPx, { fit: 'fill' });
  }
  if (request.tone === 'grey') greyTone(image);
  const ready = image.toColourspace('srgb').ensureAlpha().raw();
  const { data, info } = await ready.toBuffer({ resolveWithObject: true });
  return { pixels: data, widthPx: info.width, heightPx: info.height };
}

const luma = [0.2126, 0.7152, 0.0722] as const;

/** Greyscale with a little more contrast, around the middle grey. Not by `greyscale()`: with raw output
 *  that answers a single channel, whatever colour space is asked for after it. */
export function greyTone(image: Sharp): void {
  image.recomb([[...luma], [...luma], [...luma]]).linear(1.08, -10);
}
