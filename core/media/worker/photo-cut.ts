import type { Sharp } from 'sharp';
import { halfPixels, type OpaquePhoto } from './half-pixels.ts';
import { maxPixels, type SharpModule } from './load-sharp.ts';
import type { PhotoMaster } from './photo-master.ts';
import { letGo } from './pixel-memory.ts';
import type { Crop } from './worker-messages.ts';

/** What is wanted of a photo: a part of it (px of the whole photo), filling a size exactly, or all of
 *  it fitted inside the size. */
export type PhotoCut = {
  crop?: Crop | undefined;
  widthPx: number;
  heightPx: number;
  contain?: boolean | undefined;
  grey?: boolean | undefined;
};

/** A decoded photo and its halves, made when first of use. Export and preview cut through here, so that
 *  both come to the same pixels. */
export type PhotoLevels = {
  cut(sharp: SharpModule, cut: PhotoCut): Sharp;
  /** Gives the photo and its halves back; nothing may be cut afterwards. */
  letGo(): void;
};

export function createPhotoLevels(whole: PhotoMaster): PhotoLevels {
  const levels = [whole];

  /** Filtering from a half that is still large enough reads a quarter of the pixels. */
  function levelFor(crop: Crop, { widthPx, heightPx }: PhotoCut): number {
    let level = 0;
    let spare = Math.min(crop.widthPx / widthPx, crop.heightPx / heightPx);
    for (; spare >= 2; spare /= 2, level++) {
      const last = levels[level];
      if (!last || !isOpaque(last)) break;
      levels[level + 1] ??= halfPixels(last);
    }
    return level;
  }

  return {
    cut(sharp, cut) {
      const crop = cut.crop ?? { leftPx: 0, topPx: 0, ...sizeOf(whole) };
      const level = levelFor(crop, cut);
      return cutFrom(sharp, levels[level] ?? whole, cut, cut.crop && smallerCrop(crop, level));
    },
    letGo() {
      for (const { pixels } of levels.splice(0)) letGo(pixels);
    },
  };
}

function cutFrom(sharp: SharpModule, from: PhotoMaster, cut: PhotoCut, crop?: Crop): Sharp {
  const raw = { width: from.widthPx, height: from.heightPx, channels: from.channels };
  const image = sharp(from.pixels, { raw, limitInputPixels: maxPixels });
  if (crop)
    image.extract({
      left: crop.leftPx,
      top: crop.topPx,
      width: Math.min(crop.widthPx, from.widthPx - crop.leftPx),
      height: Math.min(crop.heightPx, from.heightPx - crop.topPx),
    });
  image.resize(cut.widthPx, cut.heightPx, { fit: cut.contain ? 'inside' : 'fill' });
  if (cut.grey) greyTone(image);
  return image.toColourspace('srgb');
}

/** The crop on a photo halved `level` times. */
function smallerCrop(crop: Crop, level: number): Crop {
  const scaled = (px: number) => Math.floor(px / 2 ** level);
  return {
    leftPx: scaled(crop.leftPx),
    topPx: scaled(crop.topPx),
    widthPx: Math.max(1, scaled(crop.widthPx)),
    heightPx: Math.max(1, scaled(crop.heightPx)),
  };
}

const sizeOf = ({ widthPx, heightPx }: PhotoMaster) => ({ widthPx, heightPx });
/** Holes would bleed into what stands around them. */
const isOpaque = (photo: PhotoMaster): photo is OpaquePhoto => photo.channels === 3;

const luma = [0.2126, 0.7152, 0.0722] as const;

/** Greyscale with a little more contrast, around the middle grey. Not by `greyscale()`: with raw output
 *  that answers a single channel, whatever colour space is asked for after it. */
function greyTone(image: Sharp): void {
  image.recomb([[...luma], [...luma], [...luma]]).linear(1.08, -10);
}
