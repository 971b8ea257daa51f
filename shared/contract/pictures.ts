import { z } from 'zod';
import { clientId, empty, procedure } from './shapes.ts';

/** How a picture gets the public address that Instagram fetches it from. `page-photo`: a temporary
 *  photo of the Page that nobody sees; `bucket`: S3-compatible storage of the shop; `upload`: any
 *  HTTPS address of the shop that takes a file. */
export const pictureWay = z.enum(['page-photo', 'bucket', 'upload']);
export type PictureWay = z.infer<typeof pictureWay>;

const address = z.string().trim().min(1).max(500);
const name = z.string().trim().min(1).max(200);
/** Kept in the machine's secret store, never answered. Left out: the one kept before stays, as long
 *  as it goes to the same place under the same name. */
const secret = z.string().min(1).max(1000).optional();

const bucket = z.object({
  /** As `https://s3.eu-west-3.amazonaws.com`; the bucket's name may lead the host. */
  endpoint: address,
  region: name,
  bucket: name,
  /** A folder in the bucket, without a slash at either end. */
  prefix: z.string().trim().max(200).optional(),
  /** Where anybody can fetch what lies in the bucket; the file's name (with prefix) is put behind. */
  publicBase: address,
  keyId: name,
});
const upload = z.object({
  /** `{name}` stands for the file's name; without it PUT puts the name behind, POST does not. */
  url: address,
  method: z.enum(['PUT', 'POST']),
  /** Needed when the answer names no address. */
  publicBase: address.optional(),
  /** A header whose value is the secret, as `Authorization`. */
  headerName: name.optional(),
});

export const bucketPlace = bucket.extend({ hasSecret: z.boolean() });
export const uploadPlace = upload.extend({ hasSecret: z.boolean() });
export const bucketChoice = bucket.extend({ secret });
export const uploadChoice = upload.extend({ secret });

export const pictureStore = z.object({
  way: pictureWay,
  /** Which way is in use, in one sentence: for the composer and the settings. */
  text: z.string(),
  /** What was set for the other ways stays until it is taken away. */
  bucket: bucketPlace.optional(),
  upload: uploadPlace.optional(),
  /** Pictures that lie in the shop's storage for now and are removed by themselves. */
  waiting: z.number().int(),
  /** True in practice mode, where addresses on this computer are taken too. */
  takesLoopback: z.boolean(),
});
export type PictureStore = z.infer<typeof pictureStore>;

const choice = z.object({
  way: pictureWay,
  /** Null takes the settings and the secret away. */
  bucket: bucketChoice.nullable().optional(),
  upload: uploadChoice.nullable().optional(),
});
export type PictureStoreChoice = z.infer<typeof choice>;

export const pictureCheckStep = z.object({
  step: z.enum(['upload', 'read', 'remove']),
  /** `skipped` when a step before it failed. */
  state: z.enum(['done', 'failed', 'skipped']),
  /** Why it failed, language-free. */
  code: z.string().optional(),
  text: z.string(),
  todo: z.string().optional(),
});
export const pictureCheck = z.object({
  way: pictureWay,
  /** Instagram could fetch pictures from there. */
  works: z.boolean(),
  text: z.string(),
  steps: z.array(pictureCheckStep),
});
export type PictureCheck = z.infer<typeof pictureCheck>;

export const pictures = {
  store: procedure('/pictures/store').input(empty).output(pictureStore),
  setStore: procedure('/pictures/setStore').input(choice.extend({ clientId })).output(pictureStore),
  /** Uploads a small picture, reads it over its public address and removes it again. With an input
   *  it tries that choice without keeping it; without one it tries what is in use. */
  checkStore: procedure('/pictures/checkStore').input(choice.optional()).output(pictureCheck),
};
