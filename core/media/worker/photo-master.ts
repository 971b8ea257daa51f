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
  const upright = sharp(path, { failOn: 'truncated', limitInputPixels: maxPixels })
    .autoOrient()
    .toColourspace('srgb');
  try {
    if (keepAlpha) upright.ensureAlpha();
    else if ((await upright.metadata()).hasAlpha) upright.flatten({ background: paper });
    const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true });
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
