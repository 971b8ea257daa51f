import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { GraphFailure } from 'graph-api-client';
import { createMemorySecrets } from '../../tests/support/memory-secrets.ts';
import { startPractice, type PracticeForTests } from '../../tests/support/practice.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { accountsService, type AccountsService, type AccountsUses } from './service.ts';

type Mode = 'undecided' | 'practice' | 'real';
type Notice = Parameters<NonNullable<AccountsUses['onTrouble']>>[0];

let practice: PracticeForTests;
let tools: TestTools;
let secrets: ReturnType<typeof createMemorySecrets>;
let accounts: AccountsService;
let mode: Mode;
let notices: Notice[];

beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());

beforeEach(() => {
  tools = openTestTools();
  secrets = createMemorySecrets();
  mode = 'undecided';
  notices = [];
  accounts = accountsService({
    tools,
    secrets,
    readMode: () => mode,
    settleMode: (next) => {
      mode = next;
    },
    onTrouble: (notice) => notices.push(notice),
  });
});
afterEach(async () => {
  tools.close();
  await practice.control.clearFaults();
});

const connect = (change: { userToken?: string; clientId?: string; graph?: string } = {}) =>
  accounts.connect(
    { graph: practice.ready.url, userToken: practice.ready.user.token, ...change },
    { language: 'en' },
  );

const failure = (change: Partial<GraphFailure>): GraphFailure => ({
  outcome: 'not-done',
  reaction: 'reconnect',
  meaning: 'password-changed',
  httpStatus: 400,
  message: 'no',
  ...change,
});

function idOf(network: 'facebook' | 'instagram'): string {
  const found = accounts.listAccounts().find((one) => one.network === network);
  if (!found) throw new Error(`no ${network} account`);
  return found.id;
}

test('connects the Page and its Instagram account, tokens in the keyring only', async () => {
  const { ready } = practice;
  const answer = await connect();
  expect(answer.accounts).toMatchObject([
    {
      network: 'facebook',
      remoteId: ready.page.id,
      name: ready.page.name,
      health: 'ok',
      practice: true,
    },
    { network: 'instagram', remoteId: ready.instagram.id, username: ready.instagram.username },
  ]);
  expect(answer.accounts[0]?.can).toContain('publish');
  expect(answer.accounts[1]?.can).toContain('product-tags');
  expect(answer.accounts[0]?.missing).toEqual([
    {
      capability: 'product-tags',
      code: 'network',
      text: 'Facebook offers no product tags on Page posts.',
    },
  ]);
  expect(secrets.names()).toEqual([`token:page:${ready.page.id}`, `token:user:${ready.user.id}`]);
  expect(await secrets.get(`token:page:${ready.page.id}`)).toBe(ready.page.token);
  expect(accounts.readAccount(idOf('instagram'))).toMatchObject({
    pageRemoteId: ready.page.id,
    catalogueRemoteId: ready.catalogue.id,
    practice: true,
  });
  expect(mode).toBe('practice');
  expect(tools.heard).toContainEqual({ type: 'changed', topic: 'accounts' });
});

test('F91 the database holds no token', async () => {
  await connect({ clientId: 'one' });
  const tables = tools.db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all();
  const text = tables
    .map(({ name }) => JSON.stringify(tools.db.prepare(`SELECT * FROM "${name}"`).all()))
    .join('\n');
  expect(text).toContain(practice.ready.page.id);
  expect(text).not.toContain(practice.ready.page.token);
  expect(text).not.toContain(practice.ready.user.token);
});

test('the same clientId connects once', async () => {
  const first = await connect({ clientId: 'one' });
  await secrets.delete(`token:user:${practice.ready.user.id}`);
  expect(await connect({ clientId: 'one' })).toEqual(first);
  expect(secrets.names()).toHaveLength(1);
});

test('connecting again keeps the ids and makes a signed-out account well', async () => {
  await connect();
  const before = accounts.listAccounts().map((one) => one.id);
  accounts.noteTrouble(idOf('facebook'), failure({}));
  await secrets.set(`token:page:${practice.ready.page.id}`, 'EAAPRACTICEold');
  await connect();
  expect(accounts.listAccounts().map((one) => one.id)).toEqual(before);
  expect(accounts.listAccounts().map((one) => one.health)).toEqual(['ok', 'ok']);
  expect(await secrets.get(`token:page:${practice.ready.page.id}`)).toBe(practice.ready.page.token);
});

test('a practice network at another address keeps the accounts', async () => {
  await connect();
  const id = idOf('facebook');
  tools.db.prepare("UPDATE accounts SET graph_url = 'http://127.0.0.1:1'").run();
  await connect();
  expect(accounts.resolveBaseUrls(id)).toEqual({ graph: practice.ready.url });
  expect(accounts.listBaseUrls()).toEqual([{ graph: practice.ready.url }]);
});

test('a wrong token is refused and nothing is kept', async () => {
  const error = await connect({ userToken: 'EAAPRACTICEnobodys12345' }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'token-refused' });
  expect(JSON.stringify((error as Problem).params)).not.toContain('nobodys');
  expect(accounts.listAccounts()).toEqual([]);
  expect(secrets.names()).toEqual([]);
  expect(mode).toBe('undecided');
});

test.each(['two words', 'line\nbreak', 'ключ'])(
  'a token of the shape %j is refused',
  async (userToken) => {
    await expect(connect({ userToken })).rejects.toMatchObject({ code: 'token-refused' });
  },
);

test('a pasted token may have blanks around it', async () => {
  await connect({ userToken: `  ${practice.ready.user.token}\n` });
  expect(accounts.listAccounts()).toHaveLength(2);
});

test('a network that does not answer is said so', async () => {
  await expect(connect({ graph: 'http://127.0.0.1:1' })).rejects.toMatchObject({
    code: 'network-unreachable',
  });
  await practice.control.fault({ edge: 'GET /me', mode: 'html200', count: 1 });
  await expect(connect()).rejects.toMatchObject({ code: 'network-unreachable' });
});

test('somebody who manages no Page is told', async () => {
  const server = createServer((request, response) => {
    const isMe = request.url?.includes('/me?') === true;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isMe ? { id: '1', name: 'Eva' } : { data: [] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const graph = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await expect(connect({ graph })).rejects.toMatchObject({ code: 'no-accounts' });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('S33 a folder is practice or real for ever, and nothing is sent to the other', async () => {
  mode = 'real';
  await expect(connect()).rejects.toMatchObject({ code: 'practice-for-ever' });
  mode = 'practice';
  await expect(
    accounts.connect({ userToken: practice.ready.user.token }, {}),
  ).rejects.toMatchObject({ code: 'practice-for-ever' });
  mode = 'undecided';
  await expect(
    accounts.connect({ userToken: practice.ready.user.token }, {}),
  ).rejects.toMatchObject({ code: 'practice-token' });
});

test('disconnecting forgets the tokens, the other account keeps its own till the last', async () => {
  await connect();
  const [facebook, instagram] = [idOf('facebook'), idOf('instagram')];
  await accounts.disconnect({ accountId: facebook });
  expect(accounts.listAccounts().map((one) => one.id)).toEqual([instagram]);
  expect(secrets.names()).toHaveLength(2);
  await accounts.disconnect({ accountId: instagram });
  expect(secrets.names()).toEqual([]);
  expect(accounts.readAccount(facebook)).toBeUndefined();
  await expect(accounts.disconnect({ accountId: facebook })).rejects.toMatchObject({
    code: 'account-unknown',
  });
  await connect();
  expect(
    accounts
      .listAccounts()
      .map((one) => one.id)
      .toSorted(),
  ).toEqual([facebook, instagram].toSorted());
});

test('F40 a dead token signs out every account of the Page, with one notice', async () => {
  await connect();
  tools.heard.length = 0;
  for (let call = 0; call < 50; call += 1) accounts.noteTrouble(idOf('instagram'), failure({}));
  expect(accounts.listAccounts().map((one) => one.health)).toEqual(['sign-in', 'sign-in']);
  expect(notices).toHaveLength(1);
  expect(notices[0]?.title).toMatch(/^Reconnectez/);
  const [first] = accounts.list({ language: 'en' }).accounts;
  expect(first?.healthReason).toMatchObject({ code: 'password-changed', todo: 'Sign in again.' });
  expect(first?.healthReason?.text).toContain('the password changed');
  expect(tools.heard.filter((event) => event.type === 'changed')).toHaveLength(2);
});

test('a trouble without words of its own takes those of its kind', async () => {
  await connect();
  accounts.noteTrouble(idOf('facebook'), failure({ meaning: 'second-step' }));
  const reason = accounts.list({ language: 'fr' }).accounts[0]?.healthReason;
  expect(reason?.code).toBe('second-step');
  expect(reason?.text).toContain('est déconnecté');
});

test('F39 a slowed account is well again after the pause, without a notice', async () => {
  await connect();
  const id = idOf('facebook');
  accounts.noteTrouble(
    id,
    failure({ reaction: 'wait', meaning: 'page-limit', retryAfterMs: 60_000 }),
  );
  expect(accounts.readAccount(id)?.health).toBe('throttled');
  expect(accounts.list({}).accounts[0]?.healthReason?.until).toBe('2026-11-24T08:13:00.000Z');
  tools.advance(60_000);
  expect(accounts.readAccount(id)?.health).toBe('ok');
  expect(accounts.list({}).accounts[0]?.healthReason).toBeUndefined();
  expect(notices).toEqual([]);
});

test('a slowed account can still be found signed out, not the other way round', async () => {
  await connect();
  const id = idOf('facebook');
  accounts.noteTrouble(id, failure({ reaction: 'wait', meaning: 'page-limit' }));
  accounts.noteTrouble(id, failure({}));
  accounts.noteTrouble(id, failure({ reaction: 'wait', meaning: 'page-limit' }));
  expect(accounts.readAccount(id)?.health).toBe('sign-in');
});

test('another feature may set the health; an unknown account is no matter', async () => {
  await connect();
  const id = idOf('facebook');
  accounts.setHealth(id, 'permission', 'role-lost');
  expect(accounts.readAccount(id)?.health).toBe('permission');
  accounts.setHealth(id, 'ok');
  expect(accounts.readAccount(id)?.health).toBe('ok');
  accounts.setHealth('nobody', 'sign-in');
  expect(notices.map((one) => one.health)).toEqual(['permission']);
});

test('what another feature found out hides nothing heavier or more exact', async () => {
  await connect();
  const id = idOf('facebook');
  accounts.noteTrouble(id, failure({}));
  accounts.setHealth(id, 'sign-in', 'token-dead');
  accounts.setHealth(id, 'throttled', 'page-limit');
  expect(accounts.list({}).accounts[0]?.healthReason?.code).toBe('password-changed');
  expect(notices).toHaveLength(1);
});

test('what another feature found out holds nothing back for ever', async () => {
  await connect();
  const id = idOf('facebook');
  accounts.setHealth(id, 'restricted');
  tools.advance(59 * 60_000);
  expect(accounts.readAccount(id)?.health).toBe('restricted');
  tools.advance(60_000);
  expect(accounts.readAccount(id)?.health).toBe('ok');
  accounts.setHealth(id, 'sign-in');
  tools.advance(30 * 24 * 60 * 60_000);
  expect(accounts.readAccount(id)?.health).toBe('sign-in');
});

test('a permission that is not granted shows as missing', async () => {
  await practice.control.setPermission('pages_messaging', false);
  const { accounts: list } = await connect();
  await practice.control.setPermission('pages_messaging', true);
  const lack = list[0]?.missing.find((one) => one.capability === 'private-replies');
  expect(lack?.code).toBe('permission:pages_messaging');
  expect(lack?.text).toContain('“pages_messaging”');
});
