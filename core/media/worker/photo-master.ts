import type { Sharp } from 'sharp';
import type { PhotoRequest } from '../../../shared/scene/photo-requests.ts';
import { coverCrop } from '../../../shared/scene/photo-requests.ts';
import { Problem } from '../../../shared/contract/problem.ts';
import { maxPixels, type SharpModule } from './load-sharp.ts';

/** A photo, upright, 8-bit sRGB with or without alpha, not decoded yet: every size is cut from it. */
export type PhotoMaster = {
  widthPx: number;
  heightPx: number;
  channels: 3 | 4;
  /** Reading it at half its size comes to the pixels of halving it once decoded. */
  isPlain: boolean;
  /** A fresh reading of it. */
  read(): Sharp;
};
export type Pixels = { pixels: Buffer; widthPx: number; heightPx: number };

/** Below this side nothing good can be made of a photo. */
const minSidePx = 320;

/** Opens a photo of the library. `keepAlpha` for logos; a photo's holes show `paper`. */
export async function openMaster(
  sharp: SharpModule,
  path: string,
  { keepAlpha, paper }: { keepAlpha: boolean; paper: string },
): Promise<PhotoMaster> {
  const open = () => sharp(path, { failOn: 'truncated', limitInputPixels: maxPixels });
  const { autoOrient, hasAlpha, space, depth } = await orMissing(open().metadata());
  const hasHoles = hasAlpha && !keepAlpha;
  return {
    widthPx: autoOrient.width,
    heightPx: autoOrient.height,
    channels: keepAlpha ? 4 : 3,
    isPlain: !hasAlpha && !keepAlpha && space === 'srgb' && depth === 'uchar',
    read() {
      const upright = open().autoOrient().toColourspace('srgb');
      if (keepAlpha) return upright.ensureAlpha();
      return hasHoles ? upright.flatten({ background: paper }) : upright;
    },
  };
}

/** Pixels of a photo being read; one that cannot be is gone. */
export async function decode(image: Sharp): Promise<Pixels> {
  const { data, info } = await orMissing(image.raw().toBuffer({ resolveWithObject: true }));
  return { pixels: data, widthPx: info.width, heightPx: info.height };
}

function orMissing<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((cause: unknown) => {
    throw new Problem('photo-missing', {}, { cause });
  });
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
