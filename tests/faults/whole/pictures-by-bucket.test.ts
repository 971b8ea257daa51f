import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { createRouterClient } from '@orpc/server';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSecretFile } from '../../../server/host/secret-file.ts';
import type { StudioClient } from '../../contract/carriers.ts';
import { filesWithTokens, holdsToken } from '../../support/canary/find-tokens.ts';
import { photoPixels } from '../../support/media-factory.ts';
import { openWholeStudio, type WholeStudio } from '../../support/open-whole-studio.ts';
import { startPractice, type PracticeForTests } from '../../support/practice.ts';
import { startS3Storage, type S3Storage } from '../../support/s3-storage.ts';
import { startUploadStorage } from '../../support/upload-storage.ts';

const minuteMs = 60_000;
// A whole studio on a busy machine: its posts take several seconds, however quick the network is.
vi.setConfig({ testTimeout: 2 * minuteMs });

let practice: PracticeForTests;
let storage: S3Storage;
let whole: WholeStudio;
let client: StudioClient;
let aheadMs: number;
let accountId: string;
let assetId: string;

beforeEach(async () => {
  practice = await startPractice();
  storage = await startS3Storage();
  aheadMs = 0;
  const dataDir = mkdtempSync(join(tmpdir(), 'vitrine-bucket-'));
  const secrets = await openSecretFile(dataDir, () => {});
  const now = () => Date.now() + aheadMs;
  const clock = { now, tickSeconds: 1, manual: false };
  whole = await openWholeStudio({ graph: practice.ready.url, dataDir, secrets, clock });
  client = createRouterClient(whole.studio.router, {
    context: { language: 'fr' as const },
    interceptors: [whole.studio.answers.interceptor],
  }) as unknown as StudioClient;
  const userToken = practice.ready.user.token;
  const { accounts } = await client.accounts.connect({ userToken });
  accountId = accounts.find((account) => account.network === 'instagram')?.id ?? '';
  assetId = await bringPhoto();
});
afterEach(async () => {
  await whole.close();
  await storage.close();
  await practice.close();
  rmSync(whole.dataDir, { recursive: true, force: true });
});

async function bringPhoto(): Promise<string> {
  const path = join(whole.dataDir, 'photo.jpg');
  const raw = { width: 1080, height: 1350, channels: 3 as const };
  await sharp(photoPixels(1080, 1350), { raw }).jpeg().toFile(path);
  const [item] = (await client.media.importFiles({ paths: [path] })).items;
  return item && 'assetId' in item ? item.assetId : '';
}

async function useBucket(secret = storage.secret) {
  const { url: endpoint, region, bucket, keyId } = storage;
  const publicBase = `${endpoint}/${bucket}`;
  return client.pictures.setStore({
    way: 'bucket',
    bucket: { endpoint, region, bucket, keyId, secret, publicBase, prefix: 'vitrine' },
  });
}

async function publish(pictures = 1): Promise<string> {
  const media = Array.from({ length: pictures }, () => ({ assetId }));
  const content = { accountIds: [accountId], caption: 'Arum d’Éthiopie', media };
  const { postId } = await client.posts.create(content);
  await client.posts.publishNow({ postId });
  return postId;
}

const targetOf = async (postId: string) => (await client.publishing.targets({ postId })).targets[0];

function reach(postId: string, state: string): Promise<void> {
  const stateNow = async () => (await targetOf(postId))?.state;
  return expect.poll(stateNow, { timeout: minuteMs }).toBe(state);
}

const published = async () =>
  (await practice.control.ledger()).filter((effect) => effect.by === 'api');

test('Instagram fetches the pictures of a post from the bucket, where none of them stays', async () => {
  expect((await useBucket()).text).toContain('127.0.0.1');
  const postId = await publish(2);
  await reach(postId, 'published');
  expect(await published()).toHaveLength(1);
  const fetched = storage.requests.filter((line) =>
    /^GET \/pictures\/vitrine\/\w+\.jpg 200/.test(line),
  );
  expect(fetched).toHaveLength(2);
  await expect.poll(storage.objects).toEqual([]);
  await expect.poll(async () => (await client.pictures.store()).waiting).toBe(0);
  // Nothing of it went through the Page.
  const journal = JSON.stringify(await practice.control.journal());
  expect(journal).not.toContain('/photos');
});

test('Instagram fetches the pictures of a post from any address that takes a file', async () => {
  const key = ['EAA', 'PRACTICE', 'uploadSecret3wP'].join('');
  const uploads = await startUploadStorage(key);
  const url = `${uploads.url}/photos`;
  const upload = { url, publicBase: url, method: 'PUT' as const, headerName: 'X-Key', secret: key };
  await client.pictures.setStore({ way: 'upload', upload });
  await reach(await publish(), 'published');
  expect(await published()).toHaveLength(1);
  await expect.poll(() => uploads.files.size).toBe(0);
  const methods = uploads.requests.map((request) => request.method);
  expect(methods).toEqual(['PUT', 'GET', 'DELETE']);
  expect(storage.requests).toEqual([]);
  await uploads.close();
});

test('a post waits for a storage that refuses the key, says so, and goes on once it is put right', async () => {
  await useBucket('not the secret');
  const postId = await publish();
  await reach(postId, 'waiting');
  const waiting = await targetOf(postId);
  expect(waiting?.reason?.code).toBe('picture-store');
  expect(waiting?.reason?.text).toContain('Le stockage refuse la clé');
  expect(await published()).toEqual([]);
  await useBucket();
  await reach(postId, 'published');
  expect(await published()).toHaveLength(1);
  await expect.poll(storage.objects).toEqual([]);
});

test('F34 an upload that fails is made again; its leftovers are removed too', async () => {
  await useBucket();
  storage.fail({ status: 503 });
  storage.fail({ cut: true });
  const postId = await publish();
  await reach(postId, 'published');
  expect(await published()).toHaveLength(1);
  const puts = storage.requests.filter((line) => line.startsWith('PUT'));
  expect(puts.length).toBeGreaterThanOrEqual(3);
  await expect.poll(storage.objects).toEqual([]);
});

test('pictures of a post that Instagram refuses are removed after the hour in which it may be tried again', async () => {
  await useBucket();
  const refusal = { mode: 'error', code: 36003, subcode: 2207009 };
  await practice.control.fault({ edge: 'POST /{ig}/media', ...refusal, count: 1 });
  const postId = await publish();
  await reach(postId, 'failed');
  expect(storage.objects()).toHaveLength(1);
  aheadMs = 61 * minuteMs;
  await whole.studio.tick();
  await expect.poll(storage.objects).toEqual([]);
  expect(await published()).toEqual([]);
});

test('F91 the bucket’s secret reaches no database, log, backup, answer, error or address', async () => {
  const words: string[] = [];
  const note = (word: unknown) => void words.push(JSON.stringify(word));
  note(await useBucket());
  storage.fail({ status: 500 });
  const postId = await publish();
  await reach(postId, 'published');
  const wrong = { way: 'bucket' as const, bucket: null };
  const thrown = (error: unknown) => note([error, String(error), (error as Error).stack]);
  await client.pictures.setStore(wrong).catch(thrown);
  storage.fail({ status: 403, code: 'SignatureDoesNotMatch' });
  note(await client.pictures.checkStore());
  note([await client.pictures.store(), await client.publishing.targets()]);
  note(storage.requests);
  await client.app.backUpNow();
  await whole.studio.tick();
  expect(words.length).toBeGreaterThan(4);
  for (const text of words) expect(holdsToken(Buffer.from(text))).toBe(false);
  expect(filesWithTokens(whole.dataDir)).toEqual([]);
});
