// How sign-ins end: told in good time, work kept, well again after signing in; and how one leaves.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerDialog } from '../../tests/support/answer-dialog.ts';
import { createMemorySecrets } from '../../tests/support/memory-secrets.ts';
import { startPractice, type PracticeForTests } from '../../tests/support/practice.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import { createGraphAccess } from '../network/graph-access.ts';
import { accountsService, type AccountsService } from './service.ts';

const english = { language: 'en' as const };
const dayMs = 86_400_000;

let practice: PracticeForTests;
let tools: TestTools;
let secrets: ReturnType<typeof createMemorySecrets>;
let accounts: AccountsService;
let told: { title: string; text: string }[];
/** Days that earlier tests used up: the network's clock never goes back. */
let passedMs = 0;

beforeAll(async () => {
  practice = await startPractice({
    readClock: () => tools?.clock.now() ?? Date.parse('2026-11-24T08:12:00Z'),
  });
});
afterAll(() => practice.close());

beforeEach(async () => {
  tools = openTestTools();
  tools.advance(passedMs);
  secrets = createMemorySecrets();
  told = [];
  accounts = accountsService({
    tools,
    secrets,
    readMode: () => 'practice',
    settleMode: () => {},
    onEnd: (notice) => told.push(notice),
    login: { opens: 'tab', origin: () => 'http://127.0.0.1:4999' },
    defaultGraph: () => practice.ready.url,
  });
  const { id: appId, secret: appSecret } = practice.ready.app;
  await accounts.setLoginSettings({ appId, appSecret });
});
afterEach(async () => {
  passedMs = tools.clock.now() - Date.parse('2026-11-24T08:12:00Z');
  await practice.control.clearFaults();
  await practice.control.restoreTokens();
  tools.close();
});

async function signIn(
  remoteIds = [practice.ready.page.id, practice.ready.instagram.id],
): Promise<void> {
  const { state, loginUrl } = await accounts.beginLogin({}, english);
  accounts.receiveReturn(new URL(await answerDialog(loginUrl)).searchParams);
  await accounts.finishLogin({ state }, english);
  await accounts.choose({ state, remoteIds }, english);
}

const first = () => accounts.list(english).accounts[0];
const idOf = (network: 'facebook' | 'instagram'): string =>
  accounts.listAccounts().find((one) => one.network === network)?.id ?? '';

test('ten days before its end a sign-in is told of, once, in the list and in the letter', async () => {
  await signIn();
  tools.advance(49 * dayMs);
  accounts.tick();
  expect(told).toEqual([]);
  expect(first()?.notice).toBeUndefined();
  tools.advance(dayMs);
  tools.heard.length = 0;
  accounts.tick();
  accounts.tick();
  expect(told).toHaveLength(1);
  expect(told[0]?.title).toContain('« La Serre »');
  expect(tools.heard).toEqual([{ type: 'changed', topic: 'accounts' }]);
  const notice = first()?.notice;
  expect(notice).toMatchObject({ code: 'sign-in-soon-partly', until: first()?.expiresAt });
  expect(notice?.text).toMatch(/ends on .* 20\d\d\. After that product tags/);
  expect(accounts.endNotices('fr')).toMatchObject([{ code: 'sign-in-soon-partly' }]);
  expect(first()?.health).toBe('ok');
});

test('after the end of the person’s token the rest goes on; that is told once more', async () => {
  await signIn();
  tools.advance(50 * dayMs);
  accounts.tick();
  tools.advance(10 * dayMs);
  accounts.tick();
  accounts.tick();
  expect(told).toHaveLength(2);
  expect(first()).toMatchObject({ health: 'ok', notice: { code: 'sign-in-over-partly' } });
});

test('when access ends nothing is asked any more; signing in again goes on under the same ids', async () => {
  await signIn();
  const ids = accounts.listAccounts().map((one) => one.id);
  tools.advance(90 * dayMs);
  expect(accounts.listAccounts().map((one) => one.health)).toEqual(['sign-in', 'sign-in']);
  expect(first()?.healthReason).toMatchObject({ code: 'access-ended' });
  expect(first()?.healthReason?.text).toContain('none is lost');
  expect(accounts.endNotices('en')[0]?.code).toBe('access-over');
  const access = createGraphAccess({
    secrets,
    clock: tools.clock,
    line: { noteSuccess: () => {}, noteFailure: () => {} },
    readAccess: accounts.readAccess,
    onAccountTrouble: () => {},
  });
  await expect(access.clientFor(idOf('facebook'))).rejects.toMatchObject({ code: 'token-missing' });
  await signIn();
  expect(accounts.listAccounts().map(({ id, health }) => [id, health])).toEqual(
    ids.map((id) => [id, 'ok']),
  );
  expect(accounts.endNotices('en')).toEqual([]);
  const client = await access.clientFor(idOf('facebook'));
  expect(await client.me()).toMatchObject({ ok: true });
});

test('a new sign-in is told of anew', async () => {
  await signIn();
  tools.advance(51 * dayMs);
  accounts.tick();
  await signIn();
  accounts.tick();
  expect(told).toHaveLength(1);
  tools.advance(51 * dayMs);
  accounts.tick();
  expect(told).toHaveLength(2);
});

/** A token of an hour and a half, as other programs hand them out. */
async function shortToken(): Promise<string> {
  const { state, loginUrl } = await accounts.beginLogin({}, english);
  const code = new URL(await answerDialog(loginUrl)).searchParams.get('code') ?? '';
  accounts.cancelLogin({ state });
  const { id, secret } = practice.ready.app;
  const query = new URLSearchParams({
    client_id: id,
    client_secret: secret,
    redirect_uri: 'http://127.0.0.1:4999/login/return',
    code,
  });
  const short = await fetch(`${practice.ready.url}/v26.0/oauth/access_token?${query.toString()}`);
  return ((await short.json()) as { access_token: string }).access_token;
}

test('a short token taken as it is ends with its Pages, and is told of at once', async () => {
  await accounts.connect({ userToken: await shortToken() }, english);
  expect(first()?.notice?.code).toBe('sign-in-soon');
  tools.advance(dayMs);
  expect(first()).toMatchObject({ health: 'sign-in', healthReason: { code: 'session-expired' } });
});

test('a short token pasted in the guided way becomes a long one where its app is known', async () => {
  const remoteIds = [practice.ready.page.id];
  const { state } = await accounts.useToken({ userToken: await shortToken() }, english);
  await accounts.choose({ state, remoteIds }, english);
  const days = (Date.parse(first()?.expiresAt ?? '') - tools.clock.now()) / dayMs;
  expect(Math.round(days)).toBe(60);
  expect(first()?.notice).toBeUndefined();
  tools.advance(dayMs);
  expect(first()?.health).toBe('ok');
  await accounts.setLoginSettings({ appSecret: 'another-secret-altogether' });
  const { state: next } = await accounts.useToken({ userToken: await shortToken() }, english);
  await accounts.choose({ state: next, remoteIds }, english);
  expect(first()?.notice?.code).toBe('sign-in-soon');
});

test('the last account of a login takes its tokens along, and the network is told', async () => {
  await signIn();
  const userToken = (await secrets.get(`token:user:${practice.ready.user.id}`)) ?? '';
  const leave = (accountId: string) => accounts.disconnect({ accountId }, english);
  expect(await leave(idOf('facebook'))).toEqual({ ok: true });
  expect(secrets.names()).toHaveLength(3);
  expect(await leave(idOf('instagram'))).toEqual({ ok: true, revoked: true });
  expect(secrets.names()).toEqual(['login:app-secret']);
  expect(await practice.client(userToken).me()).toMatchObject({ ok: false });
  expect(accounts.endNotices('en')).toEqual([]);
});

test('a network that cannot be told is no reason to keep a token', async () => {
  await signIn([practice.ready.page.id]);
  await practice.control.fault({ edge: '*', mode: 'http500-before', count: 1 });
  const left = await accounts.disconnect({ accountId: idOf('facebook') }, english);
  expect(left).toMatchObject({ ok: true, revoked: false, note: { code: 'not-revoked' } });
  expect(left.note?.text).toContain('gone from this computer');
  expect(secrets.names()).toEqual(['login:app-secret']);
});

test('a pasted token is left to whoever made it', async () => {
  const userToken = practice.ready.user.token;
  await accounts.connect({ userToken }, english);
  for (const network of ['facebook', 'instagram'] as const) {
    expect(await accounts.disconnect({ accountId: idOf(network) }, english)).toEqual({ ok: true });
  }
  expect(await practice.client(userToken).me()).toMatchObject({ ok: true });
});

test('accounts of a login follow the practice network to another address, chosen as they were', async () => {
  await accounts.connect({ userToken: practice.ready.user.token }, english);
  expect(accounts.moveLogins('http://127.0.0.1:1')).toBe(false);
  for (const { id } of accounts.listAccounts()) await accounts.disconnect({ accountId: id });
  await signIn([practice.ready.instagram.id]);
  expect(accounts.moveLogins('http://127.0.0.1:1')).toBe(true);
  expect(accounts.listAccounts().map((one) => one.network)).toEqual(['instagram']);
  expect(accounts.listBaseUrls()).toEqual([{ graph: 'http://127.0.0.1:1' }]);
});

test('whom somebody else signs in for leaves no token behind', async () => {
  await accounts.connect({ userToken: practice.ready.user.token }, english);
  await secrets.set('token:user:99', 'EAAPRACTICEofsomebodybefore');
  tools.db.prepare("UPDATE accounts SET user_remote_id = '99'").run();
  tools.db.prepare("UPDATE sign_ins SET user_remote_id = '99'").run();
  await signIn([practice.ready.page.id]);
  expect(secrets.names()).toContain('token:user:99');
  await signIn();
  expect(secrets.names()).not.toContain('token:user:99');
  expect(accounts.listAccounts()).toHaveLength(2);
});
