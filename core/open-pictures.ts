import { readMode } from './app/library-mode.ts';
import type { SecretStore } from './host.ts';
import { createHostedPictures, type HostedPictures } from './network/hosted-pictures.ts';
import {
  createPagePhotoImages,
  type PagePhotoImages,
  type PagePhotoUses,
} from './network/page-photo-images.ts';
import { createPicturePlaces, type PicturePlaces } from './network/picture-places.ts';
import { createPublicImages, type PublicImages } from './network/public-images.ts';
import { createWeb, type Web } from './network/web-exchange.ts';
import type { Foundation } from './open-foundation.ts';

export type StudioPictures = {
  pagePhotos: PagePhotoImages;
  places: PicturePlaces;
  hosted: HostedPictures;
  publicImages: PublicImages;
  openWeb: () => Web;
};

/** The ways in which Instagram gets to the shop's pictures. */
export function openPictures(
  { tools, settings, report }: Foundation,
  secrets: SecretStore,
  page: PagePhotoUses,
): StudioPictures {
  const pagePhotos = createPagePhotoImages(page);
  const places = createPicturePlaces(settings, secrets);
  const openWeb = (): Web =>
    createWeb({ reach: readMode(settings) === 'practice' ? 'loopback' : 'public' });
  const hosted = createHostedPictures({
    db: tools.db,
    clock: tools.clock,
    newId: tools.newId,
    places,
    openWeb,
    report: (message) => void report(new Error(message), ['pictures']),
  });
  const publicImages = createPublicImages({ pagePhotos, places, hosted, openWeb });
  return { pagePhotos, places, hosted, publicImages, openWeb };
}
