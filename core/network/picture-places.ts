import { z } from 'zod';
import type { Settings } from '../db/settings.ts';
import type { SecretStore } from '../host.ts';

const bucket = z.object({
  /** Names the secret; another key or another place has another one. */
  placeId: z.string(),
  endpoint: z.string(),
  region: z.string(),
  bucket: z.string(),
  prefix: z.string().optional(),
  publicBase: z.string(),
  keyId: z.string(),
});
const upload = z.object({
  placeId: z.string(),
  url: z.string(),
  method: z.enum(['PUT', 'POST']),
  publicBase: z.string().optional(),
  headerName: z.string().optional(),
});
export type BucketPlace = z.infer<typeof bucket>;
export type UploadPlace = z.infer<typeof upload>;

/** Where one picture lies; kept with it, as the settings may change before it is removed. */
export const picturePlace = z.discriminatedUnion('way', [
  bucket.extend({ way: z.literal('bucket') }),
  upload.extend({ way: z.literal('upload') }),
]);
export type PicturePlace = z.infer<typeof picturePlace>;

const stored = z.object({
  way: z.enum(['page-photo', 'bucket', 'upload']),
  bucket: bucket.optional(),
  upload: upload.optional(),
  /** Places whose secret is still needed to remove what lies there. */
  left: z.array(z.string()),
});
export type StoredPlaces = z.infer<typeof stored>;

export type PicturePlaces = ReturnType<typeof createPicturePlaces>;

const key = 'pictures.store';
const secretName = (placeId: string): string => `pictures:${placeId}`;

/** The merchant's choice of where pictures get their address. Secrets stay in the Host's store. */
export function createPicturePlaces(settings: Settings, secrets: SecretStore) {
  const read = (): StoredPlaces =>
    stored.parse(settings.get<unknown>(key) ?? { way: 'page-photo', left: [] });
  return {
    read,
    current: () => placeOf(read()),
    secretOf: (placeId: string) => secrets.get(secretName(placeId)),
    keepSecret: (placeId: string, secret: string) => secrets.set(secretName(placeId), secret),
    /** Places that are no longer set are remembered until `forgetSecrets`. Joins a transaction. */
    save(next: Omit<StoredPlaces, 'left'>): void {
      const before = read();
      const ids = [before.bucket?.placeId, before.upload?.placeId, ...before.left];
      const now = [next.bucket?.placeId, next.upload?.placeId];
      const left = ids.filter((id) => id !== undefined && !now.includes(id));
      settings.set(key, { ...next, left: [...new Set(left)] });
    },
    /** Removes the secrets of places that are neither set nor hold anything. */
    async forgetSecrets(isHolding: (placeId: string) => boolean): Promise<void> {
      const gone = read().left.filter((placeId) => !isHolding(placeId));
      for (const placeId of gone) await secrets.delete(secretName(placeId));
      if (gone.length === 0) return;
      const now = read();
      settings.set(key, { ...now, left: now.left.filter((id) => !gone.includes(id)) });
    },
  };
}

/** Undefined for the way through the Page, and for a way that was never set. */
export function placeOf(places: Omit<StoredPlaces, 'left'>): PicturePlace | undefined {
  const { way, bucket: inBucket, upload: byUpload } = places;
  if (way === 'bucket' && inBucket) return { way, ...inBucket };
  return way === 'upload' && byUpload ? { way, ...byUpload } : undefined;
}
