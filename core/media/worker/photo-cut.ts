import type { Sharp } from 'sharp';
import { maxPixels, type SharpModule } from './load-sharp.ts';
import { decode, type PhotoMaster, type Pixels } from './photo-master.ts';
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

/** A photo and its halves, each decoded when first of use. Export and preview cut through here, so that both
 *  come to the same pixels. */
export type PhotoLevels = {
  /** The part in raw pixels, still to be written. */
  cut(cut: PhotoCut): Promise<Sharp>;
  /** Gives the photo and its halves back; nothing may be cut afterwards. */
  letGo(): void;
};

/** `isWholeWanted`: a cut to come takes the whole, from which the halves are made then, too. */
export function createPhotoLevels(
  sharp: SharpModule,
  master: PhotoMaster,
  isWholeWanted = false,
): PhotoLevels {
  const { channels } = master;
  const levels: (Pixels | undefined)[] = [];

  const open = ({ pixels, widthPx, heightPx }: Pixels) =>
    sharp(pixels, { raw: { width: widthPx, height: heightPx, channels }, ...anySize });

  const level = async (depth: number): Promise<Pixels> => (levels[depth] ??= await make(depth));

  /** Where only halves are wanted the whole is never held: of 24 megapixels it is 72 MB. */
  async function make(depth: number): Promise<Pixels> {
    if (depth === 0) return decode(master.read());
    const isRead = depth === 1 && master.isPlain && !isWholeWanted && !levels[0];
    if (isRead) return decode(halve(master.read(), master));
    const larger = await level(depth - 1);
    return decode(halve(open(larger), larger));
  }

  return {
    async cut(cut) {
      const depth = depthOf(master, cut);
      const from = await level(depth);
      return cutFrom(open(from), from, cut, cut.crop && smallerCrop(cut.crop, depth));
    },
    letGo() {
      for (const known of levels.splice(0)) if (known) letGo(known.pixels);
    },
  };
}

/** Whether this cut needs the photo at its full size. */
export const takesWhole = (master: PhotoMaster, cut: PhotoCut): boolean =>
  depthOf(master, cut) === 0;

function depthOf(master: PhotoMaster, cut: PhotoCut): number {
  const crop = cut.crop ?? { leftPx: 0, topPx: 0, ...sizeOf(master) };
  return master.channels === 3 ? halvings(crop, cut) : 0;
}

/** How often a photo may be halved and still fill the cut: a quarter of the pixels to filter each time. Not
 *  one with holes, which would bleed into what stands around them. */
function halvings(crop: Crop, { widthPx, heightPx }: PhotoCut): number {
  const spare = Math.min(crop.widthPx / widthPx, crop.heightPx / heightPx);
  return Math.max(0, Math.floor(Math.log2(spare)));
}

/** An odd last column or row takes part in the one before it. */
function halve(image: Sharp, { widthPx, heightPx }: { widthPx: number; heightPx: number }): Sharp {
  return image.resize(widthPx >> 1, heightPx >> 1, { fit: 'fill', kernel: 'linear' });
}

function cutFrom(image: Sharp, from: Pixels, cut: PhotoCut, crop?: Crop): Sharp {
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

const anySize = { limitInputPixels: maxPixels };
const sizeOf = ({ widthPx, heightPx }: PhotoMaster) => ({ widthPx, heightPx });

const luma = [0.2126, 0.7152, 0.0722] as const;

/** Greyscale with a little more contrast, around the middle grey. Not by `greyscale()`: with raw output
 *  that answers a single channel, whatever colour space is asked for after it. */
function greyTone(image: Sharp): void {
  image.recomb([[...luma], [...luma], [...luma]]).linear(1.08, -10);
}
