import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import {
  FacebookAdsApi,
  IGMedia,
  IGUser,
  Page,
  PagePost,
  User,
  type Cursor,
} from 'facebook-nodejs-business-sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { jpeg, openTester, type Tester } from '../testing/open-tester.ts';

let tester: Tester;
beforeEach(async () => {
  tester = await openTester({ settings: { processing: 'fast' } });
});
afterEach(() => tester.close());

/** Every call goes to the practice network: the SDK takes another address for each. */
class PracticeApi extends FacebookAdsApi {
  override call(...[method, path, params, files, multipart]: Parameters<FacebookAdsApi['call']>) {
    return super.call(method, path, params, files, multipart, tester.ready.url);
  }
}

/** The official SDK as the Page, or with another token. It sends no reports of crashes. */
function sdk(token = tester.ready.page.token): FacebookAdsApi {
  return new PracticeApi(token, 'en_US', false);
}

function at<T>(
  make: new (
    id: string,
    data: Record<string, unknown>,
    parent: undefined,
    api: FacebookAdsApi,
  ) => T,
) {
  return (id: unknown, api = sdk()): T => new make(String(id), {}, undefined, api);
}

const words = (list: Cursor, field: string): unknown[] => list.map((one) => one[field]);

/** The script of the README, as a reader would run it. */
function readmeScript(): string {
  const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
  const [, script = ''] =
    /### With Meta's own Node SDK[\s\S]*?```js\n([\s\S]*?)```/.exec(readme) ?? [];
  return script;
}

test('the quick start of the README publishes on both networks and comments', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'practice-sdk-'));
  const manifest = createRequire(import.meta.url).resolve(
    'facebook-nodejs-business-sdk/package.json',
  );
  symlinkSync(dirname(dirname(manifest)), join(dir, 'node_modules'), 'junction');
  writeFileSync(join(dir, 'quick-start.mjs'), readmeScript());
  writeFileSync(join(dir, 'photo.jpg'), await jpeg());
  const run = promisify(execFile)(process.execPath, ['quick-start.mjs'], { cwd: dir });
  run.child.stdin?.end(JSON.stringify(tester.ready));
  const { stdout } = await run;
  expect(JSON.parse(stdout)).toMatchObject({
    page: tester.ready.page.name,
    comments: ['Open until 7 pm'],
    measured: 'page_media_view',
    permalink: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/p\/\d+$/) as string,
  });
  expect((await tester.ledger()).map(({ kind, text }) => `${kind}: ${text ?? ''}`)).toEqual([
    'fb-photo: New in the shop',
    'ig-media: New in the shop',
    'comment: Open until 7 pm',
  ]);
  rmSync(dir, { recursive: true, force: true });
});

test('the SDK lists accounts and goes through pages of posts', async () => {
  const me = at(User)('me', sdk(tester.ready.user.token));
  const accounts = await me.getAccounts(['name', 'access_token', 'instagram_business_account']);
  expect(words(accounts, 'name')).toEqual([tester.ready.page.name]);
  expect(accounts[0]?.['instagram_business_account']).toEqual({ id: tester.ready.instagram.id });

  const page = at(Page)(accounts[0]?.id, sdk(String(accounts[0]?.['access_token'])));
  for (const message of ['one', 'two', 'three']) await page.createFeed([], { message });
  const posts = await page.getPublishedPosts(['message'], { limit: 2 });
  expect(words(posts, 'message')).toEqual(['three', 'two']);
  expect(posts.hasNext()).toBe(true);
  expect(words(await posts.next(), 'message')).toEqual(['one']);
  expect(posts.hasNext()).toBe(false);
});

test('the SDK publishes, changes, comments, answers and deletes', async () => {
  const photo = await at(Page)(tester.ready.page.id).createPhoto([], {
    url: await tester.imageUrl(),
    message: 'Arum',
  });
  const post = at(PagePost)(photo['post_id']);
  await post.update([], { message: 'White arum' });
  expect((await post.get(['message']))['message']).toBe('White arum');
  await post.createComment([], { message: 'Open until 7' });
  const [comment] = await post.getComments(['message', 'from']);
  expect(comment?.['from']).toMatchObject({ id: tester.ready.page.id });

  const instagram = at(IGUser)(tester.ready.instagram.id);
  const container = await instagram.createMedia([], { image_url: await tester.imageUrl() });
  await tester.advance(2000);
  const published = await instagram.createMediaPublish([], { creation_id: container.id });
  const media = at(IGMedia)(published.id);
  await media.createComment([], { message: 'By hand' });
  expect(words(await media.getComments(['text']), 'text')).toEqual(['By hand']);
  expect(words(await instagram.getMedia(['media_type']), 'media_type')).toEqual(['IMAGE']);

  await post.delete([]);
  const kinds = (await tester.ledger()).map((effect) => effect.kind);
  expect(kinds).toEqual(['fb-photo', 'edit', 'comment', 'ig-media', 'comment', 'delete']);
});

test('the SDK reads insights of Pages, posts, accounts and media', async () => {
  const post = await tester.visiblePost();
  const media = await tester.media();
  await tester.control('/comments', { object: media, message: 'Lovely' });
  await tester.advance(2 * 86_400_000);

  const daily = { metric: 'page_media_view', period: 'day' };
  const [views] = await at(Page)(tester.ready.page.id).getInsights([], daily);
  expect(views).toMatchObject({ name: 'page_media_view', period: 'day' });
  expect(views?.['values']).toSatisfy((days: unknown[]) => days.length > 0);
  const ofPost = await at(PagePost)(post).getInsights([], { metric: 'post_media_view' });
  expect(words(ofPost, 'name')).toEqual(['post_media_view']);

  const total = { metric: 'reach,comments', period: 'day', metric_type: 'total_value' };
  const ofAccount = await at(IGUser)(tester.ready.instagram.id).getInsights([], total);
  expect(words(ofAccount, 'name')).toEqual(['reach', 'comments']);
  const ofMedia = await at(IGMedia)(media).getInsights([], { metric: 'comments' });
  expect(words(ofMedia, 'values')).toEqual([[{ value: 1 }]]);
});

test('refusals arrive in the SDK as those of the real network do', async () => {
  const refused = async (call: Promise<unknown>): Promise<unknown> =>
    call.then(
      () => 'in',
      (error: unknown) => error,
    );
  await expect(refused(at(PagePost)('1').get(['message']))).resolves.toMatchObject({
    status: 400,
    response: { code: 100, error_subcode: 33, type: 'GraphMethodException' },
  });
  await tester.control('/tokens/expire', { page: true, subcode: 460 });
  await expect(
    refused(at(Page)(tester.ready.page.id).createFeed([], { message: 'x' })),
  ).resolves.toMatchObject({ status: 401, response: { code: 190, error_subcode: 460 } });
});
