// Corrections, whole-file uploads, products and their tags over real HTTP against the simulator.
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findFfmpeg } from '../../../core/media/find-ffmpeg.ts';
import { createMediaFactory } from '../../../tests/support/media-factory.ts';
import { startPractice, type PracticeForTests } from '../../../tests/support/practice.ts';
import type { CatalogueItem } from './catalogue-types.ts';
import type { GraphClient } from './client-types.ts';
import type { ProductTag } from './instagram-types.ts';
import { readEveryPage } from './read-every-page.ts';
import { must } from '../test-support/read-result.ts';

let practice: PracticeForTests;
let page: GraphClient;
let user: GraphClient;
let pageId: string;
let igId: string;
let clip: string;
let picture: string;

beforeAll(async () => {
  practice = await startPractice();
  page = practice.client();
  user = practice.client(practice.ready.user.token);
  pageId = practice.ready.page.id;
  igId = practice.ready.instagram.id;
  const folder = mkdtempSync(join(tmpdir(), 'graph-changes-'));
  const { ffmpegPath } = await findFfmpeg();
  clip = createMediaFactory(folder).video(ffmpegPath, 'clip.mp4', 5);
  picture = join(folder, 'mug.jpg');
  const pixels = { width: 1080, height: 1080, channels: 3, background: '#24402F' } as const;
  writeFileSync(picture, await sharp({ create: pixels }).jpeg().toBuffer());
});
afterAll(() => practice.close());
beforeEach(() => practice.control.clearFaults());

const soon = { delayMs: () => 1 };

async function publicPicture(): Promise<string> {
  const { photoId } = must(await page.uploadPhoto({ pageId, filePath: picture, temporary: true }));
  return must(await page.readPhoto(photoId)).images[0]?.url ?? '';
}

async function publishedImage(productTags?: ProductTag[]): Promise<string> {
  const made = await page.createImageContainer({
    igId,
    imageUrl: await publicPicture(),
    ...(productTags && { productTags }),
  });
  const { containerId } = must(made);
  await expect
    .poll(async () => must(await page.readContainer(containerId)).statusCode, { timeout: 10_000 })
    .toBe('FINISHED');
  return must(await page.publishContainer({ igId, containerId })).mediaId;
}

test('a post is corrected and removed', async () => {
  const { postId } = must(await page.createPost({ pageId, message: 'Deux tases' }));
  must(await page.updatePost({ postId, message: 'Deux tasses' }));
  expect(must(await page.readPost(postId)).message).toBe('Deux tasses');
  must(await page.deleteObject(postId));
  expect(await page.readPost(postId)).toMatchObject({ failure: { reaction: 'gone' } });
});

test('F80 a feed video goes up whole, over a line that breaks', async () => {
  const started = must(await page.startVideo({ pageId, sizeBytes: statSync(clip).size }));
  const { videoId, sessionId, ...window } = started;
  await practice.control.fault({ edge: 'POST /{page}/videos', mode: 'reset-after', count: 2 });
  const told: number[] = [];
  const onProgress = ({ sentBytes }: { sentBytes: number }): void => void told.push(sentBytes);
  const upload = { pageId, sessionId, filePath: clip, ...window };
  must(await page.uploadVideo(upload, { ...soon, onProgress }));
  must(await page.finishVideo({ pageId, sessionId }));
  await practice.control.advance(10 * 60_000);
  expect(must(await page.readVideo(videoId)).status).toBe('ready');
  expect(told.at(-1)).toBe(statSync(clip).size);
});

test('F80 a reel goes up whole over a line that breaks, and stands in the list', async () => {
  const { videoId, uploadUrl } = must(await page.startReel({ pageId }));
  await practice.control.fault({ edge: 'POST /rupload/*', mode: 'reset-mid-upload', count: 2 });
  must(await page.uploadReel({ uploadUrl, videoId, filePath: clip }, soon));
  must(await page.finishReel({ pageId, videoId, description: 'Whole' }));
  await practice.control.advance(10 * 60_000);
  const reels = must(await page.listReels({ pageId }));
  expect(reels.items).toMatchObject([{ id: videoId, description: 'Whole' }]);
});

test('F80 an Instagram video goes up whole over a line that breaks', async () => {
  const made = must(await page.createReelContainer({ igId, caption: 'Whole' }));
  await practice.control.fault({ edge: 'POST /rupload/*', mode: 'reset-mid-upload', count: 2 });
  must(await page.uploadContainer({ ...made, filePath: clip }, soon));
  await practice.control.advance(10 * 60_000);
  expect(must(await page.readContainer(made.containerId)).statusCode).toBe('FINISHED');
});

test('an upload that was begun is left', async () => {
  const started = must(await page.startVideo({ pageId, sizeBytes: statSync(clip).size }));
  const { sessionId, ...window } = started;
  must(await page.cancelVideo({ pageId, sessionId }));
  const part = { pageId, sessionId, filePath: clip, ...window };
  expect(await page.transferVideo(part)).toMatchObject({ failure: { outcome: 'not-done' } });
});

const itemOf = async (sku: string): Promise<CatalogueItem> => ({
  sku,
  title: 'Bowl',
  description: 'Green',
  isInStock: true,
  price: { minorUnits: 2450, currency: 'EUR' },
  link: 'https://shop.example/bowl',
  imageUrl: await publicPicture(),
  brand: 'Rosa',
});

test('a product is saved twice under one code, approved, found and tagged', async () => {
  const catalogueId = practice.ready.catalogue.id;
  const item = await itemOf('CHANGE-1');
  const { productId } = must(await user.saveProduct({ catalogueId, item }));
  const again = await user.saveProduct({ catalogueId, item: { ...item, title: 'Big bowl' } });
  expect(must(again).productId).toBe(productId);
  await practice.control.reviewProduct({ retailerId: item.sku, status: 'approved' });
  expect(must(await user.readProduct(productId))).toMatchObject({
    sku: item.sku,
    name: 'Big bowl',
    reviewStatus: 'approved',
  });
  const mediaId = await publishedImage();
  const tags = [{ productId, x: 0.25, y: 0.75 }];
  must(await user.updateProductTags({ mediaId, tags }));
  expect(must(await user.productTags(mediaId))).toMatchObject([{ productId, x: 0.25, y: 0.75 }]);
});

test('a product that was rejected may be looked at again, once', async () => {
  const catalogueId = practice.ready.catalogue.id;
  const item = await itemOf('CHANGE-2');
  const { productId } = must(await user.saveProduct({ catalogueId, item }));
  await practice.control.reviewProduct({ retailerId: item.sku, status: 'rejected' });
  const appeal = { igId, productId };
  expect(must(await user.readProductAppeal(appeal))).toMatchObject({
    productId,
    reviewStatus: 'rejected',
    canAppeal: true,
  });
  must(await user.appealProduct({ ...appeal, reason: 'A bowl, made by hand' }));
  expect(must(await user.readProductAppeal(appeal)).canAppeal).toBe(false);
});

test('a list is read to its end', async () => {
  const postId = must(await page.createPost({ pageId, message: 'Many questions' })).postId;
  for (let at = 0; at < 7; at += 1) {
    await practice.control.addComment({ object: postId, message: `Question ${at}` });
  }
  const all = await readEveryPage(
    (paging) => page.listFacebookComments({ objectId: postId, limit: 2, ...paging }),
    { keyOf: (comment) => comment.id },
  );
  expect(must(all)).toHaveLength(7);
});
