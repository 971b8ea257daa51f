// The practice shop with its own network beside it: signing in by the login page, and starting again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { StudioClient } from '../../contract/carriers.ts';
import { answerDialog } from '../../support/answer-dialog.ts';
import { createMemorySecrets } from '../../support/memory-secrets.ts';
import { openWholeStudio, type WholeStudio } from '../../support/open-whole-studio.ts';

let dataDir: string;
let secrets: ReturnType<typeof createMemorySecrets>;
let whole: WholeStudio;
let client: StudioClient;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'vitrine-practice-login-'));
  secrets = createMemorySecrets();
  await start();
});
afterEach(async () => {
  await whole.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const login = { opens: 'tab', origin: () => 'http://127.0.0.1:4999' } as const;
  whole = await openWholeStudio({ dataDir, secrets, practice: true, login });
  client = createRouterClient(whole.studio.router, {
    context: { language: 'en' as const },
    interceptors: [whole.studio.answers.interceptor],
  }) as unknown as StudioClient;
}

async function signIn(network: 'facebook' | 'instagram'): Promise<void> {
  const { state, loginUrl } = await client.accounts.beginLogin({});
  whole.studio.receiveLogin(new URL(await answerDialog(loginUrl)).searchParams);
  expect(await client.accounts.finishLogin({ state })).toMatchObject({ step: 'found' });
  const { accounts: found } = await client.accounts.found({ state });
  const remoteIds = found.filter((one) => one.network === network).map((one) => one.remoteId);
  await client.accounts.choose({ state, remoteIds });
}

async function leaveAll(): Promise<void> {
  const { accounts } = await client.accounts.list();
  for (const { id: accountId } of accounts) await client.accounts.disconnect({ accountId });
}

const networks = async () => (await client.accounts.list()).accounts.map((one) => one.network);

test('the practice login is set up from the start, and what was chosen there stays chosen', async () => {
  expect(await networks()).toEqual(['facebook', 'instagram']);
  expect(await client.accounts.loginSettings()).toMatchObject({
    way: 'own-app',
    hasSecret: true,
    practice: true,
  });
  await leaveAll();
  await signIn('instagram');
  await whole.close();
  await start();
  expect(await networks()).toEqual(['instagram']);
  expect((await client.accounts.checkSetup()).steps.map((one) => one.state)).toEqual(
    Array.from({ length: 5 }, () => 'ok'),
  );
});

test('a practice shop whose person left by the login page opens again and can sign in', async () => {
  await leaveAll();
  await signIn('facebook');
  const [account] = (await client.accounts.list()).accounts;
  const left = await client.accounts.disconnect({ accountId: account?.id ?? '' });
  expect(left).toEqual({ ok: true, revoked: true });
  await whole.close();
  await start();
  expect(await client.app.info()).toMatchObject({ practice: true });
  await leaveAll();
  await signIn('facebook');
  expect(await networks()).toEqual(['facebook']);
});
