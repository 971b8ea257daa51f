import { readPhotoWork, type PhotoWork } from '../../../../shared/scene/photo-work/photo-work.ts';

const place = 'vitrine-photo-settings';

/** Settings copied from a photo, for others in this window. */
export function keepCopied(work: PhotoWork): void {
  sessionStorage.setItem(place, JSON.stringify(work));
}

export function readCopied(): PhotoWork | undefined {
  const kept = sessionStorage.getItem(place);
  return kept === null ? undefined : readPhotoWork(JSON.parse(kept));
}
