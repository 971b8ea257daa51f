import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { createRouterClient } from '@orpc/server';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { photoPixels } from '../../support/media-factory.ts';
import { openWholeStudio, type WholeStudio } from '../../support/open-whole-studio.ts';
import { startPractice, type PracticeForTests } from '../../support/practice.ts';
import type { StudioClient } from '../../contract/carriers.ts';
import { openSecretFile } from '../../../server/host/secret-file.ts';

let practice: PracticeForTests;
let whole: WholeStudio;
let client: StudioClient;

beforeAll(async () => {
  practice = await startPractice();
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-canary-'));
  const secrets = await openSecretFile(folder, () => {});
  whole = await openWholeStudio({ graph: practice.ready.url, secrets, dataDir: folder });
  client = createRouterClient(whole.studio.router, {
    context: { language: 'fr' as const },
    interceptors: [whole.studio.answers.interceptor],
  }) as unknown as StudioClient;
});
afterAll(async () => {
  await whole.close();
  await practice.close();
  rmSync(whole.dataDir, { recursive: true, force: true });
});

/** Every spelling in which a token could lie on disk. */
function spellings(token: string): string[] {
  const bytes = Buffer.from(token);
  return [
    token,
    encodeURIComponent(token),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    JSON.stringify(token).slice(1, -1),
    Buffer.from(token, 'utf16le').toString('latin1'),
  ];
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

async function failsWith(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => '',
    (error: unknown) =>
      JSON.stringify([
        error,
        String(error),
        (error as Error).stack,
        (error as { data?: unknown }).data,
      ]),
  );
}

test('F91 no token reaches database, backup, log, error or answer', async () => {
  const { user, page } = practice.ready;
  const words: string[] = [];
  const { accounts } = await client.accounts.connect({ userToken: user.token });
  const accountIds = accounts.map((account) => account.id);
  const photo = join(whole.dataDir, 'photo.jpg');
  await sharp(photoPixels(1080, 1350), { raw: { width: 1080, height: 1350, channels: 3 } })
    .jpeg()
    .toFile(photo);
  const [item] = (await client.media.importFiles({ paths: [photo] })).items;
  const assetId = item && 'assetId' in item ? item.assetId : '';
  const content = { accountIds, caption: 'Bonjour', media: [{ assetId }] };

  // A bad day of every kind that carries text back: server trouble, a refused token, a dead one.
  await practice.control.fault({ edge: 'POST /{page}/photos', mode: 'http500-before', count: 2 });
  await practice.control.fault({ edge: 'POST /{ig}/media', mode: 'http500-before', count: 1 });
  const { postId } = await client.posts.create(content);
  await client.posts.publishNow({ postId });
  await expect
    .poll(
      async () =>
        (await client.publishing.targets({ postId })).targets.map((target) => target.state),
      { timeout: 60_000 },
    )
    .toContain('published');
  await practice.control.expireToken({ page: true, subcode: 460 });
  words.push(JSON.stringify(await client.inbox.sync()));
  words.push(await failsWith(client.accounts.connect({ userToken: `${user.token}x` })));
  words.push(
    JSON.stringify([
      await client.accounts.list(),
      await client.app.diagnostics(),
      await client.publishing.targets(),
    ]),
  );
  await client.app.backUpNow();
  await whole.studio.tick();

  const tokens = [user.token, page.token];
  for (const token of tokens) {
    for (const spelling of spellings(token)) {
      expect(words.some((text) => text.includes(spelling))).toBe(false);
      for (const path of filesBelow(whole.dataDir)) {
        const found = readFileSync(path).includes(Buffer.from(spelling, 'latin1'));
        expect(found, `${path} holds a token`).toBe(false);
      }
    }
  }
  expect(filesBelow(whole.dataDir).some((path) => path.endsWith('secrets.bin'))).toBe(true);
  expect(filesBelow(join(whole.dataDir, 'backups'))).toHaveLength(1);
}, 120_000);
