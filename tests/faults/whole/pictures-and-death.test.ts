import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { studioCaller, type CallStudio } from '../../../scripts/demo/programs.ts';
import { startProgram, type RunningProgram } from '../../../scripts/lib/start-program.ts';
import { photoPixels } from '../../support/media-factory.ts';
import { startPractice, type PracticeForTests } from '../../support/practice.ts';
import { startS3Storage, type S3Storage } from '../../support/s3-storage.ts';

const ready = z.object({ url: z.string(), token: z.string(), pid: z.number() });
const accounts = z.object({ accounts: z.array(z.object({ id: z.string(), network: z.string() })) });
const imported = z.object({ items: z.array(z.object({ assetId: z.string() })) });
const created = z.object({ postId: z.string() });
const targets = z.object({ targets: z.array(z.object({ state: z.string() })) });
const anything = z.unknown();

let folder: string;
let practice: PracticeForTests;
let storage: S3Storage;
let studio: RunningProgram<z.infer<typeof ready>>;
let call: CallStudio;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-death-'));
  practice = await startPractice();
  storage = await startS3Storage();
  await start();
});
afterEach(async () => {
  await studio.end('SIGTERM');
  await storage.close();
  await practice.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const args = ['--data', join(folder, 'shop'), '--port', '0', '--no-open', '--tick', '1'];
  const entry = 'server/main.ts';
  studio = await startProgram({ entry, args: [...args, '--graph', practice.ready.url] }, ready);
  call = studioCaller(studio.ready);
}

async function prepare(): Promise<string> {
  const { user } = practice.ready;
  const connected = await call('accounts/connect', { userToken: user.token }, accounts);
  const account = connected.accounts.find(({ network }) => network === 'instagram');
  const { url: endpoint, region, bucket, keyId, secret } = storage;
  const publicBase = `${endpoint}/${bucket}`;
  const choice = { endpoint, region, bucket, keyId, secret, publicBase };
  await call('pictures/setStore', { way: 'bucket', bucket: choice }, anything);
  const path = join(folder, 'photo.jpg');
  const raw = { width: 1080, height: 1350, channels: 3 as const };
  await sharp(photoPixels(1080, 1350), { raw }).jpeg().toFile(path);
  const { items } = await call('media/importFiles', { paths: [path] }, imported);
  const media = [{ assetId: items[0]?.assetId }];
  const content = { accountIds: [account?.id], caption: 'Arum', media };
  return (await call('posts/create', content, created)).postId;
}

/** Kills the studio, as the system would, at the first such request that the storage gets. */
function killAt(method: string): Promise<void> {
  return new Promise((done) => {
    storage.onRequest = (seen) => {
      if (seen !== method) return;
      storage.onRequest = undefined;
      process.kill(studio.ready.pid, 'SIGKILL');
      done();
    };
  });
}

test.each(['PUT', 'GET', 'DELETE'])(
  'F18 a studio that dies at the %s of a picture publishes once, and leaves nothing in the bucket',
  async (method) => {
    const postId = await prepare();
    const killed = killAt(method);
    await call('posts/publishNow', { postId }, anything).catch(() => {});
    await killed;
    await studio.end('SIGKILL');
    await start();
    const stateNow = async () =>
      (await call('publishing/targets', { postId }, targets)).targets[0]?.state;
    await expect.poll(stateNow, { timeout: 45_000 }).toBe('published');
    await expect.poll(storage.objects, { timeout: 20_000 }).toEqual([]);
    const effects = await practice.control.ledger();
    expect(effects.filter((effect) => effect.by === 'api')).toHaveLength(1);
  },
  120_000,
);
