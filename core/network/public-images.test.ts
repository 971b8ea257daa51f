import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMemorySecrets } from '../../tests/support/memory-secrets.ts';
import { startS3Storage, type S3Storage } from '../../tests/support/s3-storage.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { createSettings } from '../db/settings.ts';
import { createHostedPictures } from './hosted-pictures.ts';
import { createPicturePlaces, type PicturePlaces } from './picture-places.ts';
import { probePicture } from './probe-picture.ts';
import { createPublicImages, type PublicImages } from './public-images.ts';
import { createWeb, type Web } from './web-exchange.ts';

let tools: TestTools;
let storage: S3Storage;
let places: PicturePlaces;
let images: PublicImages;
let byPage: string[];
let file: string;
let web: Web;

beforeEach(async () => {
  tools = openTestTools();
  storage = await startS3Storage();
  const secrets = createMemorySecrets({ 'pictures:p1': storage.secret });
  places = createPicturePlaces(createSettings(tools.db), secrets);
  web = createWeb({ reach: 'loopback' });
  byPage = [];
  file = join(tools.folder, 'picture.jpg');
  writeFileSync(file, probePicture);
  const { db, clock, newId } = tools;
  const openWeb = () => web;
  const hosted = createHostedPictures({ db, clock, newId, places, openWeb, report: () => {} });
  const pagePhotos = {
    put(accountId: string) {
      byPage.push(accountId);
      const value = { url: 'https://page/photo.jpg', release: () => Promise.resolve(true) };
      return Promise.resolve({ ok: true as const, value });
    },
  };
  images = createPublicImages({ pagePhotos, places, hosted, openWeb });
});
afterEach(async () => {
  await storage.close();
  tools.close();
});

function useBucket(placeId = 'p1'): void {
  const { url: endpoint, region, bucket, keyId } = storage;
  const publicBase = `${endpoint}/${bucket}`;
  places.save({ way: 'bucket', bucket: { placeId, endpoint, region, bucket, keyId, publicBase } });
}

const failureOf = async (path = file) => {
  const put = await images.put('account-1', path, 'target-1');
  return put.ok ? undefined : put.failure;
};

it('goes through the Page as long as nothing else was set', async () => {
  expect(await images.put('account-1', file, 'target-1')).toMatchObject({
    ok: true,
    value: { url: 'https://page/photo.jpg' },
  });
  expect(byPage).toEqual(['account-1']);
  expect(storage.requests).toEqual([]);
});

it('goes to the bucket that was set, and not through the Page', async () => {
  useBucket();
  const put = await images.put('account-1', file, 'target-1');
  if (!put.ok) throw new Error(put.failure.meaning);
  expect((await fetch(put.value.url)).status).toBe(200);
  expect(put.value.url).toMatch(/\/pictures\/[0-9a-f]{32}\.jpg$/);
  expect(byPage).toEqual([]);
});

it('never falls back to another way in silence', async () => {
  places.save({ way: 'bucket' });
  expect(await failureOf()).toMatchObject({ meaning: 'picture-store-not-set', reaction: 'fix' });
  useBucket('unknown');
  expect(await failureOf()).toMatchObject({ meaning: 'picture-store-no-secret' });
  expect(byPage).toEqual([]);
});

it('S33 sends nothing to this computer’s addresses for real accounts', async () => {
  useBucket();
  web = createWeb({ reach: 'public' });
  expect(await failureOf()).toMatchObject({ meaning: 'picture-store-address', reaction: 'fix' });
  expect(storage.requests).toEqual([]);
});

it('says which file cannot be read, and takes pictures only', async () => {
  useBucket();
  expect(await failureOf('/no/such/file.jpg')).toMatchObject({ meaning: 'file-unreadable' });
  writeFileSync(file, '<svg xmlns="http://www.w3.org/2000/svg"/>');
  expect(await failureOf()).toMatchObject({ meaning: 'file-unreadable' });
  expect(storage.requests).toEqual([]);
});

it('F34 leaves what passes by itself to be tried again', async () => {
  useBucket();
  storage.fail({ status: 503 });
  expect(await failureOf()).toEqual({
    outcome: 'not-done',
    reaction: 'retry',
    meaning: 'picture-store-busy',
    message: 'the picture storage: busy',
    httpStatus: 503,
  });
  expect(await failureOf()).toBeUndefined();
});
