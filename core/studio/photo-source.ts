import type { AssetFact } from '../../shared/facts.ts';
import { coverCrop, isWorked, type PhotoRequest } from '../../shared/scene/photo-requests.ts';
import type { PhotoWork } from '../../shared/scene/photo-work/photo-work.ts';
import { planPhoto } from '../../shared/scene/photo-work/plan-photo.ts';
import { workedAddress } from '../../shared/scene/photo-work/worked-address.ts';
import type { Scene } from '../../shared/scene/scene.ts';

/** Nothing good can be made of a photo below this side. */
export const minSidePx = 320;
/** Enlarging up to here is not seen. */
const unseenEnlargement = 1.1;

/** A photo of known size, upright and worked. */
export type SizedPhoto = {
  id: string;
  widthPx: number;
  heightPx: number;
  /** What is done to it wherever it is used, and its size without. */
  work?: PhotoWork | undefined;
  source?: { widthPx: number; heightPx: number } | undefined;
  lightness?: number | undefined;
};

export function sizedPhoto(asset: AssetFact | undefined): SizedPhoto | undefined {
  if (asset?.kind !== 'photo' || !asset.widthPx || !asset.heightPx) return undefined;
  const { id, widthPx, heightPx, lightness, work } = asset;
  const { unworked: source } = asset;
  const light = lightness === undefined ? {} : { lightness };
  return { id, widthPx, heightPx, ...(source && { source }), ...(work && { work }), ...light };
}

export function isTooSmall(photo: SizedPhoto): boolean {
  return Math.min(photo.widthPx, photo.heightPx) < minSidePx;
}

/** How much the photo must be magnified for this request, when that will be seen. */
export function seenEnlargement(photo: SizedPhoto, request: PhotoRequest): number | undefined {
  if (request.contain) return undefined;
  const { enlarged } = planPhoto(photo.source ?? photo, request.work ?? {}, request);
  return enlarged > unseenEnlargement ? enlarged : undefined;
}

/** The address of a photo cut and scaled as the export cuts and scales it. With `scale` below 1 a
 *  smaller copy, for previews that are shown small. */
export function sourceAddress(
  photo: SizedPhoto,
  request: PhotoRequest,
  scene: Scene,
  scale: number,
): string {
  if (isWorked(request)) return workedAddress(request, { paper: paperOf(scene), scale });
  const search = new URLSearchParams({
    w: String(Math.max(1, Math.round(request.widthPx * scale))),
    h: String(Math.max(1, Math.round(request.heightPx * scale))),
  });
  if (request.contain) search.set('contain', '1');
  else {
    const crop = coverCrop(photo.source ?? photo, request);
    search.set('left', String(crop.leftPx));
    search.set('top', String(crop.topPx));
    search.set('cw', String(crop.widthPx));
    search.set('ch', String(crop.heightPx));
    search.set('paper', paperOf(scene).slice(1));
  }
  if (request.tone === 'grey') search.set('grey', '1');
  return `/media/${photo.id}/scaled?${search.toString()}`;
}

/** What shows through the holes of a photo. The renderer's worker takes the same colour. */
function paperOf(scene: Scene): string {
  return typeof scene.background === 'string' ? scene.background.slice(0, 7) : '#ffffff';
}
