import { Problem } from '../../shared/contract/problem.ts';
import type { PictureStoreChoice } from '../../shared/contract/pictures.ts';
import type { BucketPlace, StoredPlaces, UploadPlace } from '../network/picture-places.ts';
import { judgeAddress, type AddressFault, type Reach } from '../network/public-address.ts';

type BucketChoice = NonNullable<PictureStoreChoice['bucket']>;
type UploadChoice = NonNullable<PictureStoreChoice['upload']>;

/** The places as they would be kept, and the secrets that were given for them. */
export type ChosenPlaces = {
  places: Omit<StoredPlaces, 'left'>;
  secrets: Map<string, string>;
};

type Choosing = { reach: Reach; newId: () => string; secrets: Map<string, string> };

const faultCodes = {
  wrong: 'store-address-wrong',
  insecure: 'store-address-insecure',
  credentials: 'store-address-credentials',
  private: 'store-address-private',
  outside: 'store-address-private',
} as const satisfies Record<AddressFault, string>;

/** Reads what the merchant set over what was set before. Throws a Problem that names the field; a
 *  secret that was kept stays only for the same server under the same name. */
export function choosePlaces(
  choice: PictureStoreChoice,
  before: StoredPlaces,
  options: { reach: Reach; newId: () => string },
): ChosenPlaces {
  const choosing: Choosing = { ...options, secrets: new Map() };
  const bucket =
    choice.bucket === undefined
      ? before.bucket
      : (choice.bucket ?? undefined) && chooseBucket(choice.bucket, before.bucket, choosing);
  const upload =
    choice.upload === undefined
      ? before.upload
      : (choice.upload ?? undefined) && chooseUpload(choice.upload, before.upload, choosing);
  const { way } = choice;
  if ((way === 'bucket' && !bucket) || (way === 'upload' && !upload)) {
    throw new Problem('store-incomplete', { field: way });
  }
  const places = { way, ...(bucket && { bucket }), ...(upload && { upload }) };
  return { places, secrets: choosing.secrets };
}

function chooseBucket(
  choice: BucketChoice | null,
  before: BucketPlace | undefined,
  choosing: Choosing,
): BucketPlace | undefined {
  if (!choice) return undefined;
  const { secret, prefix, ...place } = choice;
  const endpoint = checkAddress('endpoint', place.endpoint, choosing.reach);
  checkAddress('publicBase', place.publicBase, choosing.reach);
  demand('region', /^[A-Za-z0-9-]+$/.test(place.region));
  demand('bucket', /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(place.bucket));
  demand('keyId', /^[\x21-\x7e]+$/.test(place.keyId) && !/[,/]/.test(place.keyId));
  const folders = (prefix ?? '').split('/').filter((part) => part !== '');
  demand('prefix', !folders.some((part) => part === '.' || part === '..'));
  const isSame =
    before && originOf(before.endpoint) === endpoint.origin && before.keyId === place.keyId;
  const placeId = isSame ? before.placeId : choosing.newId();
  keepSecret(choosing, placeId, secret, isSame === true);
  return { ...place, placeId, ...(folders.length > 0 && { prefix: folders.join('/') }) };
}

/** They are ours to set, or belong to the connection. */
const ownHeaders =
  /^(host|connection|content-.*|transfer-encoding|expect|upgrade|te|trailer|user-agent|cookie)$/i;

function chooseUpload(
  choice: UploadChoice | null,
  before: UploadPlace | undefined,
  choosing: Choosing,
): UploadPlace | undefined {
  if (!choice) return undefined;
  const { secret, ...place } = choice;
  const url = checkAddress('url', withName(place.url, 'x'), choosing.reach);
  // The secret goes to one server: the name may stand in the path only.
  demand('url', originOf(withName(place.url, 'y')) === url.origin);
  if (place.publicBase !== undefined) {
    checkAddress('publicBase', place.publicBase, choosing.reach);
  }
  const { headerName } = place;
  demand('headerName', headerName === undefined || isFreeHeader(headerName));
  if (secret !== undefined && headerName === undefined) {
    throw new Problem('store-incomplete', { field: 'headerName' });
  }
  const isSame =
    before !== undefined &&
    originOf(withName(before.url, 'x')) === url.origin &&
    before.headerName === headerName;
  const placeId = isSame ? before.placeId : choosing.newId();
  if (headerName !== undefined) keepSecret(choosing, placeId, secret, isSame);
  return { ...place, placeId };
}

function isFreeHeader(name: string): boolean {
  return /^[A-Za-z0-9-]+$/.test(name) && !ownHeaders.test(name);
}

function withName(url: string, name: string): string {
  return url.replaceAll('{name}', name);
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}

function checkAddress(field: string, text: string, reach: Reach): URL {
  const judged = judgeAddress(text, reach);
  if (judged.ok) return judged.url;
  throw new Problem(faultCodes[judged.fault], { field });
}

function demand(field: string, isFine: boolean): void {
  if (!isFine) throw new Problem('invalid-input', { fields: field });
}

function keepSecret(
  { secrets }: Choosing,
  placeId: string,
  secret: string | undefined,
  isKept: boolean,
): void {
  if (secret === undefined) {
    if (!isKept) throw new Problem('store-secret-missing');
    return;
  }
  demand('secret', /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(secret));
  secrets.set(placeId, secret);
}
