// The client against the simulator, over real HTTP. The two share no code: where they agree, both read
// the network's description alike.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startPractice, type PracticeForTests } from '../../../tests/support/practice.ts';
import type { GraphClient } from './client-types.ts';
import type { GraphFailure } from './result.ts';
import { failureOf, must } from '../test-support/read-result.ts';

let practice: PracticeForTests;
let page: GraphClient;
let user: GraphClient;
let picture: string;

beforeAll(async () => {
  practice = await startPractice();
  page = practice.client();
  user = practice.client(practice.ready.user.token);
  picture = join(mkdtempSync(join(tmpdir(), 'graph-client-')), 'mug.jpg');
  const pixels = {
    create: { width: 1080, height: 1080, channels: 3, background: '#24402F' },
  } as const;
  writeFileSync(picture, await sharp(pixels).jpeg().toBuffer());
});
afterAll(() => practice.close());
beforeEach(() => practice.control.clearFaults());

async function finished(containerId: string): Promise<string> {
  return expect
    .poll(async () => must(await page.readContainer(containerId)).statusCode, { timeout: 10_000 })
    .toBe('FINISHED')
    .then(() => containerId);
}

async function imageUrl(): Promise<string> {
  const pageId = practice.ready.page.id;
  const { photoId } = must(await page.uploadPhoto({ pageId, filePath: picture, temporary: true }));
  return must(await page.readPhoto(photoId)).images[0]?.url ?? '';
}

async function hiddenPost(message: string, photoIds?: string[]): Promise<string> {
  const content = { pageId: practice.ready.page.id, message, ...(photoIds && { photoIds }) };
  return must(await page.createHiddenPost(content)).postId;
}

async function publishedImage(caption: string): Promise<string> {
  const igId = practice.ready.instagram.id;
  const made = await page.createImageContainer({ igId, imageUrl: await imageUrl(), caption });
  const containerId = await finished(must(made).containerId);
  return must(await page.publishContainer({ igId, containerId })).mediaId;
}

test('finds the person, the Page and its Instagram account', async () => {
  const { ready } = practice;
  expect(must(await user.me()).id).toBe(ready.user.id);
  const pages = must(await user.accounts());
  expect(pages).toHaveLength(1);
  expect(pages[0]).toMatchObject({
    id: ready.page.id,
    name: ready.page.name,
    token: ready.page.token,
  });
  expect(pages[0]?.instagram).toMatchObject({
    id: ready.instagram.id,
    username: ready.instagram.username,
  });
  expect(must(await user.permissions())).toContainEqual({
    permission: 'pages_manage_posts',
    status: 'granted',
  });
  expect(must(await user.availableCatalogs(ready.instagram.id))[0]?.id).toBe(ready.catalogue.id);
  expect(must(await user.debugToken(ready.user.token))).toMatchObject({ isValid: true });
  expect(must(await page.readInstagramProfile(ready.instagram.id)).id).toBe(ready.instagram.id);
});

test('a post of two pictures is hidden first, then seen once however often it is published', async () => {
  const pageId = practice.ready.page.id;
  const photoIds: string[] = [];
  for (const altText of ['front', 'back']) {
    photoIds.push(must(await page.uploadPhoto({ pageId, filePath: picture, altText })).photoId);
  }
  const postId = await hiddenPost('Deux tasses', photoIds);
  expect(must(await page.readPost(postId))).toMatchObject({
    isPublished: false,
    mediaIds: photoIds,
  });
  must(await page.publishPost(postId));
  must(await page.publishPost(postId));
  const post = must(await page.readPost(postId));
  expect(post).toMatchObject({ isPublished: true, message: 'Deux tasses', mediaIds: photoIds });
  expect(post.permalink).toContain('http');
  const published = must(await page.publishedPosts({ pageId }));
  expect(published.items[0]).toMatchObject({ id: postId, commentCount: 0 });
  const effects = (await practice.control.ledger()).filter((one) => one.objectId === postId);
  expect(effects).toHaveLength(1);
});

test('a photo stands in one post only', async () => {
  const pageId = practice.ready.page.id;
  const { photoId } = must(await page.uploadPhoto({ pageId, filePath: picture }));
  must(await page.createPost({ pageId, message: 'one', photoIds: [photoId] }));
  const again = failureOf(await page.createPost({ pageId, message: 'two', photoIds: [photoId] }));
  expect(again).toMatchObject({ reaction: 'duplicate', meaning: 'photo-used' });
});

test('a hidden post is discarded, a second time it is gone', async () => {
  const postId = await hiddenPost('Never seen');
  must(await page.discardHidden(postId));
  expect(failureOf(await page.discardHidden(postId))).toMatchObject({ reaction: 'gone' });
});

test('an Instagram picture goes through its container, and a second publish shows nothing new', async () => {
  const igId = practice.ready.instagram.id;
  const made = await page.createImageContainer({
    igId,
    imageUrl: await imageUrl(),
    caption: 'Tasse #bleue',
  });
  const containerId = await finished(must(made).containerId);
  const { mediaId } = must(await page.publishContainer({ igId, containerId }));
  const again = failureOf(await page.publishContainer({ igId, containerId }));
  expect(again).toMatchObject({ outcome: 'unknown', meaning: 'container-missing' });
  expect(must(await page.readContainer(containerId)).statusCode).toBe('PUBLISHED');
  expect(must(await page.readMedia(mediaId))).toMatchObject({ caption: 'Tasse #bleue' });
  expect(must(await page.listMedia({ igId })).items.map((one) => one.id)).toContain(mediaId);
  expect(must(await page.publishingLimit(igId)).total).toBeGreaterThan(0);
  const effects = (await practice.control.ledger()).filter(
    (one) => one.containerId === containerId,
  );
  expect(effects).toHaveLength(1);
});

test('a carousel goes through its children', async () => {
  const igId = practice.ready.instagram.id;
  const children: string[] = [];
  for (let item = 0; item < 2; item += 1) {
    const made = await page.createCarouselItem({
      igId,
      imageUrl: await imageUrl(),
      altText: 'Tasse',
    });
    children.push(await finished(must(made).containerId));
  }
  const made = await page.createCarousel({ igId, children, caption: 'Deux' });
  const containerId = await finished(must(made).containerId);
  const { mediaId } = must(await page.publishContainer({ igId, containerId }));
  expect(must(await page.mediaChildren(mediaId))).toHaveLength(2);
});

test('a picture story of both networks', async () => {
  const { page: shopPage, instagram } = practice.ready;
  const { photoId } = must(await page.uploadPhoto({ pageId: shopPage.id, filePath: picture }));
  const shown = must(await page.photoStory({ pageId: shopPage.id, photoId }));
  const stories = must(await page.pageStories({ pageId: shopPage.id }));
  expect(stories.items.map((one) => one.postId)).toContain(shown.postId);
  const story = await page.createStoryContainer({ igId: instagram.id, imageUrl: await imageUrl() });
  const containerId = await finished(must(story).containerId);
  const { mediaId } = must(await page.publishContainer({ igId: instagram.id, containerId }));
  expect(must(await page.listStories({ igId: instagram.id })).items.map((one) => one.id)).toContain(
    mediaId,
  );
});

test('comments of Facebook are read, answered, hidden and answered in private', async () => {
  const pageId = practice.ready.page.id;
  const postId = await hiddenPost('Questions ?');
  must(await page.publishPost(postId));
  const asked = await practice.control.addComment({
    object: postId,
    message: 'Combien ?',
    from: 'Eva K',
  });
  const { items } = must(await page.listFacebookComments({ objectId: postId }));
  expect(items).toMatchObject([{ text: 'Combien ?', from: { name: 'Eva K' }, isHidden: false }]);
  const commentId = items[0]?.id ?? asked;
  const reply = must(await page.replyFacebook({ commentId, text: '12 €' }));
  expect(must(await page.listFacebookReplies({ commentId })).items.map((one) => one.text)).toEqual([
    '12 €',
  ]);
  expect(must(await page.readFacebookComment(reply.commentId)).parentId).toBeDefined();
  must(await page.setHiddenFacebook({ commentId, hidden: true }));
  expect(must(await page.readFacebookComment(commentId)).isHidden).toBe(true);
  must(await page.setHiddenFacebook({ commentId, hidden: false }));
  must(await page.privateReply({ pageId, commentId, text: 'Bonjour' }));
  const second = failureOf(await page.privateReply({ pageId, commentId, text: 'Bonjour encore' }));
  expect(second).toMatchObject({ meaning: 'private-reply-done' });
  expect(
    must(await page.createComment({ objectId: postId, text: 'Merci' })).commentId,
  ).toBeTruthy();
});

test('a person’s token sees no comments and no error', async () => {
  const postId = await hiddenPost('Seen by whom');
  must(await page.publishPost(postId));
  await practice.control.addComment({ object: postId, message: 'Bonjour' });
  expect(must(await user.listFacebookComments({ objectId: postId })).items).toEqual([]);
});

test('comments of Instagram come with their replies', async () => {
  const mediaId = await publishedImage('Comments');
  const asked = await practice.control.addComment({ object: mediaId, message: 'Combien ?' });
  const reply = must(await page.replyInstagram({ commentId: asked, text: '@eva 12 €' }));
  const { items } = must(await page.listInstagramComments({ mediaId }));
  expect(items).toMatchObject([
    { id: asked, text: 'Combien ?' },
    { id: reply.commentId, text: '@eva 12 €', parentId: asked },
  ]);
  expect(must(await page.listInstagramReplies({ commentId: asked })).items).toHaveLength(1);
  must(await page.setHiddenInstagram({ commentId: asked, hidden: true }));
  expect(must(await page.readInstagramComment(asked)).isHidden).toBe(true);
});

test('a batch of products is taken in and found by code', async () => {
  const { catalogue, instagram } = practice.ready;
  const item = {
    sku: 'CLIENT-1',
    title: 'Client mug',
    description: 'Blue',
    isInStock: true,
    price: { minorUnits: 1290, currency: 'EUR' },
    link: 'https://shop.example/mug',
    imageUrl: await imageUrl(),
    brand: 'Rosa',
  };
  const batch = must(await user.upsertItems({ catalogueId: catalogue.id, items: [item] }));
  expect(batch).toMatchObject({ complaints: [], handle: expect.any(String) });
  await practice.control.advance(60_000);
  await expect
    .poll(async () => {
      const status = await user.batchStatus({
        catalogueId: catalogue.id,
        handle: batch.handle ?? '',
      });
      return must(status).isFinished;
    })
    .toBe(true);
  await practice.control.reviewProduct({ retailerId: 'CLIENT-1', status: 'approved' });
  const found = must(await user.listProducts({ catalogueId: catalogue.id, sku: 'CLIENT-1' }));
  expect(found.items).toMatchObject([{ sku: 'CLIENT-1', name: 'Client mug' }]);
  const search = { igId: instagram.id, catalogueId: catalogue.id, text: 'Client' };
  const tagged = must(await user.searchProducts(search)).items[0];
  expect(tagged?.productId).toBe(found.items[0]?.productId);
});

test('what stands in the journal has no token', async () => {
  await page.me();
  expect(JSON.stringify(await practice.control.journal())).not.toContain(practice.ready.page.token);
});

const faults: [string, string, Partial<GraphFailure>][] = [
  ['F35 reset after', 'reset-after', { outcome: 'unknown', reaction: 'retry' }],
  ['F35 500 after', 'http500_after', { outcome: 'unknown', reaction: 'retry' }],
  ['F36 400 after', '400-after', { outcome: 'unknown' }],
  ['F37 redirect', '307', { outcome: 'unknown' }],
  ['F38 page', 'html200', { outcome: 'unknown' }],
  ['F38 cut', 'half-json', { outcome: 'unknown' }],
  ['F38 no id', 'success_without_id', { outcome: 'unknown' }],
  ['F35 reset before', 'reset-before', { outcome: 'unknown' }],
];

test.each(faults)(
  '%s on a visible call: one request, outcome unknown',
  async (_, mode, expected) => {
    const igId = practice.ready.instagram.id;
    const made = await page.createImageContainer({
      igId,
      imageUrl: await imageUrl(),
      caption: mode,
    });
    const containerId = await finished(must(made).containerId);
    const requestsBefore = await publishRequests();
    await practice.control.fault({ edge: 'POST /{ig}/media_publish', mode, count: 1 });
    expect(failureOf(await page.publishContainer({ igId, containerId }))).toMatchObject(expected);
    expect((await publishRequests()) - requestsBefore).toBeLessThanOrEqual(1);
    const effects = (await practice.control.ledger()).filter(
      (one) => one.containerId === containerId,
    );
    const isBeforeTheEffect = ['reset-before', '307', 'html200'].includes(mode);
    expect(effects).toHaveLength(isBeforeTheEffect ? 0 : 1);
  },
);

async function publishRequests(): Promise<number> {
  const journal = await practice.control.journal();
  return journal.filter((one) => JSON.stringify(one).includes('media_publish')).length;
}

test.each([460, 463, 458])('F40 a token ended with %i asks to sign in again', async (subcode) => {
  await practice.control.expireToken({ token: practice.ready.page.token, subcode });
  const failure = failureOf(
    await page.createPost({ pageId: practice.ready.page.id, message: 'x' }),
  );
  await practice.control.restoreTokens();
  expect(failure).toMatchObject({ outcome: 'not-done', reaction: 'reconnect', subcode });
});

test('F40 a permission taken away is named', async () => {
  await practice.control.setPermission('pages_manage_posts', false);
  const failure = failureOf(
    await page.createPost({ pageId: practice.ready.page.id, message: 'x' }),
  );
  await practice.control.setPermission('pages_manage_posts', true);
  expect(failure).toMatchObject({
    outcome: 'not-done',
    reaction: 'permission',
    permission: 'pages_manage_posts',
  });
});

test('F39 a refused call says how long to wait', async () => {
  await practice.control.fault({ edge: '*', mode: 'rate', code: 80001, minutes: 12, count: 1 });
  const limited = practice.client();
  const post = { pageId: practice.ready.page.id, message: 'x' };
  const failure = failureOf(await limited.createPost(post));
  expect(failure).toMatchObject({ outcome: 'not-done', reaction: 'wait', retryAfterMs: 720_000 });
  expect(failureOf(await limited.createPost(post))).toMatchObject({
    outcome: 'not-sent',
    meaning: 'paused',
  });
});

test('a container published too early is not done and not ready', async () => {
  const igId = practice.ready.instagram.id;
  await practice.control.fault({ edge: '*', mode: 'stuck_processing', count: 20 });
  const made = await page.createImageContainer({
    igId,
    imageUrl: await imageUrl(),
    caption: 'early',
  });
  const { containerId } = must(made);
  const failure = failureOf(await page.publishContainer({ igId, containerId }));
  expect(failure).toMatchObject({ outcome: 'not-done', reaction: 'not-ready' });
});

test('F43 product ids past 2^53 come through', async () => {
  const { catalogue } = practice.ready;
  const { items } = must(await user.listProducts({ catalogueId: catalogue.id, limit: 5 }));
  for (const item of items) expect(item.productId).toMatch(/^\d+$/);
});
