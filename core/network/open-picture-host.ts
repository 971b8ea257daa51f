import { createBucketHost } from './bucket-images.ts';
import type { PictureHost } from './picture-host.ts';
import type { PicturePlace } from './picture-places.ts';
import { trouble, type HostAnswer } from './picture-trouble.ts';
import { createUploadHost } from './upload-images.ts';
import type { Web } from './web-exchange.ts';

/** Opens the storage of a place. Nothing is sent yet. */
export function openPictureHost(
  place: PicturePlace,
  secret: string | undefined,
  web: Web,
): HostAnswer<PictureHost> {
  if (place.way === 'upload') {
    if (place.headerName !== undefined && secret === undefined) return trouble('no-secret');
    return createUploadHost(place, secret, web);
  }
  if (secret === undefined) return trouble('no-secret');
  return createBucketHost(place, secret, web);
}
