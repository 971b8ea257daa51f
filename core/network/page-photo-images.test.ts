import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { GraphClient } from 'graph-api-client';
import { startPractice, type PracticeForTests } from '../../tests/support/practice.ts';
import { createPagePhotoImages, type PagePhotoImages } from './page-photo-images.ts';

// A white JPEG of one pixel: what matters here is the way, not the picture.
const onePixel =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z';

let practice: PracticeForTests;
let images: PagePhotoImages;
let file: string;
let photoIds: string[];

beforeAll(async () => {
  practice = await startPractice();
  file = join(mkdtempSync(join(tmpdir(), 'page-photo-images-')), 'dot.jpg');
  writeFileSync(file, Buffer.from(onePixel, 'base64'));
  const client = practice.client();
  photoIds = [];
  const watched: GraphClient = {
    ...client,
    async uploadPhoto(photo, options) {
      const result = await client.uploadPhoto(photo, options);
      if (result.ok) photoIds.push(result.value.photoId);
      return result;
    },
  };
  images = createPagePhotoImages({
    clientFor: () => Promise.resolve(watched),
    readAccount: () => ({ pageRemoteId: practice.ready.page.id }),
  });
});
afterAll(() => practice.close());
afterEach(() => practice.control.clearFaults());

test('gives a file an address, shows nobody anything, and takes it away again', async () => {
  const put = await images.put('account-1', file);
  if (!put.ok) throw new Error(put.failure.message);
  const got = await fetch(put.value.url);
  expect(got.status).toBe(200);
  expect(got.headers.get('content-type')).toBe('image/jpeg');
  await got.arrayBuffer();
  expect(await practice.control.ledger()).toEqual([]);
  const photoId = photoIds.at(-1) ?? '';
  expect(await practice.client().readPhoto(photoId)).toMatchObject({ ok: true });
  expect(await put.value.release()).toBe(true);
  expect(await practice.client().readPhoto(photoId)).toMatchObject({ ok: false });
  expect(await put.value.release()).toBe(false);
});

test('F34 hands a failed upload on, to be tried again', async () => {
  await practice.control.fault({ edge: 'POST /{page}/photos', mode: 'http500_before', count: 1 });
  expect(await images.put('account-1', file)).toMatchObject({
    ok: false,
    failure: { reaction: 'retry' },
  });
});

test('a photo that cannot be read yet is tried again, not given up', async () => {
  await practice.control.fault({
    edge: 'GET /{photo}',
    mode: 'error',
    code: 100,
    subcode: 33,
    count: 1,
  });
  expect(await images.put('account-1', file)).toMatchObject({
    ok: false,
    failure: { reaction: 'retry' },
  });
});

test('a missing file is an answer', async () => {
  const put = await images.put('account-1', '/no/such/file.jpg');
  expect(put).toMatchObject({ ok: false, failure: { meaning: 'file-unreadable' } });
});
