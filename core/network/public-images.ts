import { readFile } from 'node:fs/promises';
import type { GraphResult } from 'graph-api-client';
import type { HostedPictures } from './hosted-pictures.ts';
import { openPictureHost } from './open-picture-host.ts';
import type { PagePhotoImages } from './page-photo-images.ts';
import { nameForPublic } from './picture-host.ts';
import { longestNeedMs, untargetedNeedMs } from './picture-need.ts';
import type { PicturePlaces } from './picture-places.ts';
import { failureOf } from './picture-trouble.ts';
import type { Web } from './web-exchange.ts';

/** Instagram takes pictures by address only: this gives a file an address for a while. */
export type PublicImages = {
  /** Goes the way that the merchant chose. The address works as long as the target needs it; without
   *  a target for about a day. */
  put(
    accountId: string,
    filePath: string,
    targetId?: string,
  ): Promise<GraphResult<{ url: string }>>;
};

export type PublicImagesUses = {
  pagePhotos: PagePhotoImages;
  places: PicturePlaces;
  hosted: HostedPictures;
  openWeb(): Web;
};

export function createPublicImages(uses: PublicImagesUses): PublicImages {
  return {
    async put(accountId, filePath, targetId) {
      if (uses.places.read().way === 'page-photo') return uses.pagePhotos.put(accountId, filePath);
      const place = uses.places.current();
      if (!place) return failureOf({ kind: 'not-set' });
      const bytes = await readFile(filePath).catch(() => undefined);
      const file = bytes && nameForPublic(bytes);
      if (!file) return failureOf({ kind: 'file' });
      const secret = await uses.places.secretOf(place.placeId);
      const host = openPictureHost(place, secret, uses.openWeb());
      if (!host.ok) return failureOf(host.trouble);
      const forMs = targetId === undefined ? untargetedNeedMs : longestNeedMs;
      const put = await uses.hosted.put({ place, host: host.value }, file, { targetId, forMs });
      return put.ok ? { ok: true, value: { url: put.value.url } } : failureOf(put.trouble);
    },
  };
}
