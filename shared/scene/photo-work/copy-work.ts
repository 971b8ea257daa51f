import { readPhotoWork, type PhotoWork } from './photo-work.ts';

/** Settings of one photo for another: light, colour, detail and background are taken over; turn, tilt,
 *  crop and what was painted by hand belong to each photo and stay its own. */
export function copyWork(from: PhotoWork, onto: PhotoWork): PhotoWork {
  const { rotateDeg, straightenDeg, crop } = onto;
  const { background } = from;
  const { touchUps } = onto.background ?? {};
  return readPhotoWork({
    ...from,
    rotateDeg,
    straightenDeg,
    crop,
    background: background && { ...background, touchUps },
  });
}
