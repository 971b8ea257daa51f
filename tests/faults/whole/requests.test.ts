import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkRecord } from '../../../scripts/test/check-record.ts';
import type { StudioClient } from '../../contract/carriers.ts';
import { createMediaFactory } from '../../support/media-factory.ts';
import { openWholeStudio, type WholeStudio } from '../../support/open-whole-studio.ts';
import { startPractice, type PracticeForTests } from '../../support/practice.ts';

let folder: string;
let record: string;
let practice: PracticeForTests;
let whole: WholeStudio;
let client: StudioClient;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vitrine-requests-'));
  record = join(folder, 'requests.jsonl');
  practice = await startPractice({ recordFile: record });
  whole = await openWholeStudio({ graph: practice.ready.url });
  client = createRouterClient(whole.studio.router, {
    context: { language: 'fr' as const },
    interceptors: [whole.studio.answers.interceptor],
  }) as unknown as StudioClient;
});
afterEach(async () => {
  await whole.close();
  await practice.close();
  rmSync(folder, { recursive: true, force: true });
});

async function publishPhoto(caption: string): Promise<void> {
  const { accounts } = await client.accounts.connect({ userToken: practice.ready.user.token });
  const photo = await createMediaFactory(folder).jpeg();
  const [item] = (await client.media.importFiles({ paths: [photo] })).items;
  const assetId = item && 'assetId' in item ? item.assetId : '';
  const accountIds = accounts.map((account) => account.id);
  const { postId } = await client.posts.create({ accountIds, caption, media: [{ assetId }] });
  await client.posts.publishNow({ postId });
  const states = async () =>
    (await client.publishing.targets({ postId })).targets.map((target) => target.state);
  await expect.poll(states, { timeout: 60_000 }).toEqual(['published', 'published']);
}

test('all that the studio asks of the networks is published or described', async () => {
  await publishPhoto('Camélia secret, 12,90 €');
  const [effect] = await practice.control.ledger();
  await practice.control.addComment({ object: effect?.objectId ?? '', message: 'Et en rouge ?' });
  await client.inbox.sync();

  const told: string[] = [];
  const { passed, failed } = checkRecord(record, (line) => told.push(line));
  expect(told).toEqual([]);
  expect(failed).toBe(0);
  expect(passed).toBeGreaterThan(10);
  const text = readFileSync(record, 'utf8');
  expect(text).toContain('"edge":"{page}/feed"');
  expect(text).toContain('"edge":"{ig}/media_publish"');
  for (const value of [practice.ready.page.token, practice.ready.page.id, 'Camélia', 'rouge'])
    expect(text).not.toContain(value);
}, 120_000);

test('a name that nobody published is told', async () => {
  const { ready } = practice;
  await fetch(`${ready.url}/v26.0/${ready.page.id}?fields=favourite_colour&shade=7`, {
    headers: { authorization: `Bearer ${ready.page.token}` },
  });
  const told: string[] = [];
  expect(checkRecord(record, (line) => told.push(line)).failed).toBe(1);
  expect(told).toEqual(['unknown: GET /{page}: parameter shade, field favourite_colour of Page']);
});
