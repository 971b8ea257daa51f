// Accounts, access and line together over real HTTP, as the studio composes them.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMemorySecrets } from '../../tests/support/memory-secrets.ts';
import { startPractice, type PracticeForTests } from '../../tests/support/practice.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { createSettings } from '../db/settings.ts';
import { createGraphAccess, type GraphAccess } from '../network/graph-access.ts';
import { createLine, type Line } from '../network/line.ts';
import { accountsService, type AccountsService } from './service.ts';

let practice: PracticeForTests;
let tools: TestTools;
let accounts: AccountsService;
let access: GraphAccess;
let line: Line;
let notices: string[];

beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());

beforeEach(async () => {
  tools = openTestTools();
  notices = [];
  const secrets = createMemorySecrets();
  accounts = accountsService({
    tools,
    secrets,
    readMode: () => 'practice',
    settleMode: () => {},
    onTrouble: ({ health }) => notices.push(health),
  });
  line = createLine({
    settings: createSettings(tools.db),
    events: tools.events,
    now: () => tools.clock.now(),
    probe: () => access.probe(accounts.listBaseUrls()),
  });
  access = createGraphAccess({
    secrets,
    clock: tools.clock,
    line,
    readAccess: (id) => accounts.readAccess(id),
    onAccountTrouble: (id, failure) => accounts.noteTrouble(id, failure),
  });
  await connect();
});
afterEach(async () => {
  tools.close();
  await practice.control.clearFaults();
  await practice.control.restoreTokens();
});

const connect = () =>
  accounts.connect({ graph: practice.ready.url, userToken: practice.ready.user.token }, {});

function idOf(network: 'facebook' | 'instagram'): string {
  return accounts.listAccounts().find((one) => one.network === network)?.id ?? '';
}

async function requests(): Promise<number> {
  return (await practice.control.journal()).length;
}

test('F40 after one refused token no call is made until somebody signs in again', async () => {
  await practice.control.expireToken({ page: practice.ready.page.id, subcode: 460 });
  const client = await access.clientFor(idOf('instagram'));
  const igId = practice.ready.instagram.id;
  expect(await client.listMedia({ igId })).toMatchObject({ ok: false });
  const before = await requests();
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await expect(access.clientFor(idOf('facebook'))).rejects.toMatchObject({
      code: 'token-missing',
    });
    await expect(access.clientFor(idOf('instagram'))).rejects.toMatchObject({
      code: 'token-missing',
    });
  }
  expect(await requests()).toBe(before);
  expect(notices).toEqual(['sign-in']);
  await practice.control.restoreTokens();
  await connect();
  const again = await access.clientFor(idOf('instagram'));
  expect(await again.listMedia({ igId })).toMatchObject({ ok: true });
});

test('F39 a limit slows the account and is over after its time', async () => {
  const id = idOf('facebook');
  await practice.control.fault({ edge: '*', mode: 'rate', code: 80001, minutes: 12, count: 1 });
  const client = await access.clientFor(id);
  expect(await client.publishedPosts({ pageId: practice.ready.page.id })).toMatchObject({
    ok: false,
  });
  expect(accounts.readAccount(id)?.health).toBe('throttled');
  expect(access.pausedUntil(id)).toBe(tools.clock.now() + 12 * 60_000);
  expect(access.mayRead(id)).toBe(false);
  tools.advance(12 * 60_000);
  expect(accounts.readAccount(id)?.health).toBe('ok');
  expect(access.pausedUntil(id)).toBeUndefined();
});

test('F33 a lost line holds nothing against the account and comes back by itself', async () => {
  const id = idOf('facebook');
  await practice.control.fault({ edge: 'GET /me', mode: 'html200', count: 1 });
  const client = await access.clientFor(id);
  expect(await client.me()).toMatchObject({ ok: false, failure: { offline: true } });
  expect(line.isOnline()).toBe(false);
  expect(accounts.readAccount(id)?.health).toBe('ok');
  await line.tick();
  expect(line.isOnline()).toBe(true);
});

test('F40 a permission taken away is the account’s, a product right is not', async () => {
  await practice.control.setPermission('pages_manage_posts', false);
  await practice.control.setPermission('instagram_shopping_tag_products', false);
  const [facebook, instagram] = [idOf('facebook'), idOf('instagram')];
  const person = await access.userClientFor(instagram);
  expect(await person.availableCatalogs(practice.ready.instagram.id)).toMatchObject({ ok: false });
  expect(accounts.readAccount(instagram)?.health).toBe('ok');
  const page = await access.clientFor(facebook);
  await page.createHiddenPost({ pageId: practice.ready.page.id, message: 'x' });
  expect(accounts.readAccount(facebook)?.health).toBe('permission');
  expect(accounts.readAccount(instagram)?.health).toBe('ok');
  await practice.control.setPermission('pages_manage_posts', true);
  await practice.control.setPermission('instagram_shopping_tag_products', true);
});

test('F40 a permission for comments taken away leaves publishing alone', async () => {
  const id = idOf('facebook');
  await practice.control.setPermission('pages_read_user_content', false);
  const client = await access.clientFor(id);
  const pageId = practice.ready.page.id;
  const made = await client.createHiddenPost({ pageId, message: 'x' });
  const objectId = made.ok ? made.value.postId : '';
  const read = await client.listFacebookComments({ objectId });
  await practice.control.setPermission('pages_read_user_content', true);
  expect(read).toMatchObject({ ok: false, failure: { permission: 'pages_read_user_content' } });
  const [facebook] = accounts.list({ language: 'en' }).accounts;
  expect(facebook?.health).toBe('ok');
  expect(facebook?.can).not.toContain('comments');
  expect(facebook?.can).toContain('publish');
  await connect();
  expect(accounts.list({}).accounts[0]?.can).toContain('comments');
});
