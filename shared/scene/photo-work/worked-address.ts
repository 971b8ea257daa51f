import type { PhotoRequest } from '../photo-requests.ts';
import { readPhotoWork, writeWorkParam, type PhotoWork } from './photo-work.ts';

/** The address of a photo turned, cropped and worked as the export does it, with `scale` below 1 a
 *  smaller copy. `look: false` leaves light, colour and background to who asks: the window works them
 *  in by itself while a slider moves. `paper` (`#RRGGBB`) is seen through the photo's holes. */
export function workedAddress(
  request: Omit<PhotoRequest, 'key'>,
  {
    paper = '#ffffff',
    scale = 1,
    look = true,
  }: { paper?: string; scale?: number; look?: boolean } = {},
): string {
  const work = readPhotoWork(request.work);
  const { crop, focus, flip, tone, photoId } = request;
  const search = new URLSearchParams({
    w: String(Math.max(1, Math.round(request.widthPx * scale))),
    h: String(Math.max(1, Math.round(request.heightPx * scale))),
    x: String(focus.xFrac),
    y: String(focus.yFrac),
    paper: paper.slice(1, 7),
  });
  if (crop) search.set('crop', [crop.xFrac, crop.yFrac, crop.widthFrac, crop.heightFrac].join(','));
  if (flip) search.set('flip', '1');
  if (tone === 'grey') search.set('grey', '1');
  const wanted = look ? work : placeOnly(work);
  if (Object.keys(wanted).length > 0) search.set('work', writeWorkParam(wanted));
  return `/media/${photoId}/worked?${search.toString()}`;
}

/** What moves pixels about, without what changes them. */
export function placeOnly({ rotateDeg, straightenDeg, crop }: PhotoWork): PhotoWork {
  return readPhotoWork({ rotateDeg, straightenDeg, crop });
}

/** The whole photo, unworked, at the size at which its background is looked for. */
export function analysisAddress(photoId: string, size: { widthPx: number; heightPx: number }) {
  return workedAddress({ photoId, ...size, focus: { xFrac: 0.5, yFrac: 0.5 } });
}
