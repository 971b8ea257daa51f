import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { GraphClient } from 'graph-api-client';
import { startPractice, type PracticeForTests } from '../../tests/support/practice.ts';
import { withReadFallback } from './read-fallback.ts';

let practice: PracticeForTests;
let mediaId: string;
let remembered: boolean;
let userOpened: number;

beforeAll(async () => {
  practice = await startPractice();
  mediaId = await publishPicture(practice);
});
afterAll(() => practice.close());
beforeEach(async () => {
  remembered = false;
  userOpened = 0;
  await practice.control.settings({ pageTokenBlindOnInstagram: false });
});

function open(user: () => Promise<GraphClient> = () => Promise.resolve(asUser())): GraphClient {
  const openUser = (): Promise<GraphClient> => {
    userOpened += 1;
    return user();
  };
  return withReadFallback(practice.client(), openUser, {
    isNeeded: () => remembered,
    remember: () => {
      remembered = true;
    },
  });
}

const asUser = (): GraphClient => practice.client(practice.ready.user.token);

async function publishPicture({ control, ready }: PracticeForTests): Promise<string> {
  const filePath = join(mkdtempSync(join(tmpdir(), 'read-fallback-')), 'mug.jpg');
  await sharp({ create: { width: 640, height: 640, channels: 3, background: '#24402F' } })
    .jpeg()
    .toFile(filePath);
  const page = practice.client();
  const photo = await page.uploadPhoto({ pageId: ready.page.id, filePath, temporary: true });
  const read = photo.ok ? await page.readPhoto(photo.value.photoId) : photo;
  const imageUrl = read.ok ? (read.value.images[0]?.url ?? '') : '';
  const igId = ready.instagram.id;
  const made = await page.createImageContainer({ igId, imageUrl });
  if (!made.ok) throw new Error(made.failure.message);
  const { containerId } = made.value;
  await control.advance(60_000);
  const published = await page.publishContainer({ igId, containerId });
  if (!published.ok) throw new Error(published.failure.message);
  return published.value.mediaId;
}

test('reads as the Page while that works', async () => {
  expect(await open().readMedia(mediaId)).toMatchObject({ ok: true });
  expect(userOpened).toBe(0);
});

test('reads as the person when the Page is told that there is nothing, and remembers', async () => {
  await practice.control.settings({ pageTokenBlindOnInstagram: true });
  const client = open();
  expect(await client.readMedia(mediaId)).toMatchObject({ ok: true, value: { id: mediaId } });
  expect(remembered).toBe(true);
  const before = (await practice.control.journal()).length;
  expect(await client.readMedia(mediaId)).toMatchObject({ ok: true });
  expect((await practice.control.journal()).length - before).toBe(1);
});

test('what is gone for both is gone', async () => {
  expect(await open().readMedia('17900000000099999')).toMatchObject({
    ok: false,
    failure: { reaction: 'gone' },
  });
  expect(remembered).toBe(false);
});

test('without the person’s token the Page’s answer stands', async () => {
  await practice.control.settings({ pageTokenBlindOnInstagram: true });
  const client = open(() => Promise.reject(new Error('signed out')));
  expect(await client.readMedia(mediaId)).toMatchObject({
    ok: false,
    failure: { reaction: 'gone' },
  });
});
