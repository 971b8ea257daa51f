// A sign-in that ends while work is planned: nothing is lost, nothing is tried, and it goes on once.
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StudioClient } from '../../contract/carriers.ts';
import { answerDialog } from '../../support/answer-dialog.ts';
import { openWholeStudio, type WholeStudio } from '../../support/open-whole-studio.ts';
import { startPractice, type PracticeForTests } from '../../support/practice.ts';

const dayMs = 86_400_000;
const patience = { timeout: 30_000 };

let nowMs = Date.parse('2026-11-24T08:12:00Z');
let practice: PracticeForTests;
let whole: WholeStudio;
let client: StudioClient;

beforeAll(async () => {
  practice = await startPractice({ readClock: () => nowMs });
  whole = await openWholeStudio({
    graph: practice.ready.url,
    clock: { now: () => nowMs, tickSeconds: 15, manual: true },
    login: { opens: 'tab', origin: () => 'http://127.0.0.1:4999' },
  });
  client = createRouterClient(whole.studio.router, {
    context: { language: 'en' as const },
    interceptors: [whole.studio.answers.interceptor],
  }) as unknown as StudioClient;
  const { id: appId, secret: appSecret } = practice.ready.app;
  await client.accounts.setLoginSettings({ appId, appSecret });
});
afterAll(async () => {
  await whole.close();
  await practice.close();
});

async function signIn(): Promise<string> {
  const { state, loginUrl } = await client.accounts.beginLogin({});
  whole.studio.receiveLogin(new URL(await answerDialog(loginUrl)).searchParams);
  await client.accounts.finishLogin({ state });
  const remoteIds = [practice.ready.page.id];
  const { accounts } = await client.accounts.choose({ state, remoteIds });
  return accounts[0]?.id ?? '';
}

async function moveTo(at: number): Promise<void> {
  nowMs = at;
  await whole.studio.tick();
}

const visible = async () => (await practice.control.ledger()).length;

test('what is planned waits when access has ended, and goes out once after signing in', async () => {
  const accountId = await signIn();
  const dueAt = nowMs + 91 * dayMs;
  const content = { accountIds: [accountId], caption: 'Les arums sont là', media: [] };
  const { postId } = await client.posts.create(content);
  await client.posts.schedule({ postId, at: new Date(dueAt).toISOString() });
  const target = async () => (await client.publishing.targets({ postId })).targets[0];

  await moveTo(dueAt - 9 * dayMs);
  expect((await client.today.letter()).signIns).toMatchObject([{ code: 'sign-in-over-partly' }]);
  const asked = (await practice.control.journal()).length;
  await moveTo(dueAt + 1000);
  await expect.poll(async () => (await target())?.state, patience).toBe('waiting');
  expect((await target())?.reason?.code).toBe('sign-in');
  expect((await client.accounts.list()).accounts[0]).toMatchObject({
    id: accountId,
    health: 'sign-in',
    healthReason: { code: 'access-ended' },
  });
  await moveTo(dueAt + 60_000);
  expect(await visible()).toBe(0);
  const since = (await practice.control.journal()).slice(asked);
  expect(since.filter((call) => call['method'] === 'POST')).toEqual([]);

  expect(await signIn()).toBe(accountId);
  await moveTo(dueAt + 120_000);
  await expect
    .poll(async () => {
      await moveTo(nowMs + 15_000);
      return (await target())?.state;
    }, patience)
    .toBe('published');
  expect(await visible()).toBe(1);
  expect((await client.today.letter()).signIns).toEqual([]);
});
