import { expect, test } from 'vitest';
import { pictureStore, type PictureStore } from '../../../shared/contract/pictures.ts';
import { choiceOf, formOf, isChanged, lacksOf, type PictureForm } from './picture-form.ts';

const fresh: PictureStore = { way: 'page-photo', text: '', waiting: 0, takesLoopback: false };
const kept: PictureStore = {
  ...fresh,
  way: 'bucket',
  bucket: {
    endpoint: 'https://s3.eu-west-3.amazonaws.com',
    region: 'eu-west-3',
    bucket: 'la-serre',
    publicBase: 'https://images.laserre.example',
    keyId: 'AKIAEXAMPLE',
    hasSecret: true,
  },
};
const withBucket = (patch: Partial<PictureForm['bucket']>): PictureForm => {
  const form = formOf(kept);
  return { ...form, bucket: { ...form.bucket, ...patch } };
};
const withUpload = (patch: Partial<PictureForm['upload']>): PictureForm => {
  const form = formOf(fresh);
  return { ...form, way: 'upload', upload: { ...form.upload, ...patch } };
};

test('the Page’s own way needs nothing', () => {
  expect(lacksOf(formOf(fresh), fresh)).toEqual([]);
  expect(choiceOf(formOf(fresh))).toEqual({ way: 'page-photo' });
});

test('what is kept comes back whole, without its secret, and is no change', () => {
  expect(pictureStore.safeParse(kept).success).toBe(true);
  expect(choiceOf(formOf(kept))).toEqual({
    way: 'bucket',
    bucket: {
      endpoint: 'https://s3.eu-west-3.amazonaws.com',
      region: 'eu-west-3',
      bucket: 'la-serre',
      publicBase: 'https://images.laserre.example',
      keyId: 'AKIAEXAMPLE',
    },
  });
  expect(isChanged(formOf(kept), kept)).toBe(false);
});

test('a new secret is a change, a space behind an address is none', () => {
  expect(isChanged(withBucket({ secret: 'new' }), kept)).toBe(true);
  expect(isChanged(withBucket({ region: 'eu-west-3 ' }), kept)).toBe(false);
  expect(isChanged({ ...formOf(kept), way: 'page-photo' }, kept)).toBe(true);
});

test('names what a bucket still lacks; a kept secret need not be typed again', () => {
  expect(lacksOf(withBucket({ keyId: ' ', publicBase: '' }), kept)).toEqual([
    'publicBase',
    'keyId',
  ]);
  const first = { ...formOf(fresh), way: 'bucket' } as const;
  expect(lacksOf(first, fresh)).toContain('secret');
  expect(lacksOf(withBucket({}), kept)).toEqual([]);
});

test('an upload needs its address, and a secret only for a header', () => {
  expect(lacksOf(withUpload({}), fresh)).toEqual(['url']);
  const url = 'https://depot.example/{name}';
  expect(lacksOf(withUpload({ url }), fresh)).toEqual([]);
  expect(lacksOf(withUpload({ url, headerName: 'Authorization' }), fresh)).toEqual(['secret']);
  expect(choiceOf(withUpload({ url, method: 'POST', prefix: 'x' } as object))).toEqual({
    way: 'upload',
    upload: { url, method: 'POST' },
  });
});
