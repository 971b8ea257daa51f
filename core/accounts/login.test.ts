// Signing in over real HTTP, with the practice network as the network and its login page.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startBroker } from '../../scripts/token-broker.ts';
import { answerDialog, readRefresh, type DialogAnswer } from '../../tests/support/answer-dialog.ts';
import { createMemorySecrets } from '../../tests/support/memory-secrets.ts';
import { startPractice, type PracticeForTests } from '../../tests/support/practice.ts';
import { openTestTools, type TestTools } from '../../tests/support/test-tools.ts';
import type { HostLogin } from '../host.ts';
import { accountsService, type AccountsService } from './service.ts';

const english = { language: 'en' as const };
const minuteMs = 60_000;

let practice: PracticeForTests;
let tools: TestTools;
let secrets: ReturnType<typeof createMemorySecrets>;
let accounts: AccountsService;
let mode: 'undecided' | 'practice' | 'real';
let host: HostLogin | undefined;
/** The network's clock is the studio's, plus this. */
let aheadMs = 0;

beforeAll(async () => {
  practice = await startPractice({
    readClock: () => (tools ? tools.clock.now() : Date.parse('2026-11-24T08:00:00Z')) + aheadMs,
  });
});
afterAll(() => practice.close());

beforeEach(() => {
  aheadMs = 0;
  tools = openTestTools();
  secrets = createMemorySecrets();
  mode = 'undecided';
  host = { opens: 'tab', origin: () => 'http://127.0.0.1:4999' };
  accounts = openAccounts();
});
afterEach(async () => {
  tools.close();
  await practice.control.clearFaults();
  await practice.control.restoreTokens();
});

function openAccounts(): AccountsService {
  return accountsService({
    tools,
    secrets,
    readMode: () => mode,
    settleMode: (next) => {
      mode = next;
    },
    login: host,
    defaultGraph: () => practice.ready.url,
  });
}

const app = () => practice.ready.app;
const setUp = (change: object = {}) =>
  accounts.setLoginSettings({ appId: app().id, appSecret: app().secret, ...change });

/** From the button to what came back, as a person in a browser does it. */
async function login(answer: DialogAnswer = {}) {
  const begun = await accounts.beginLogin({}, english);
  const returned = new URL(await answerDialog(begun.loginUrl, answer));
  const outcome = accounts.receiveReturn(returned.searchParams);
  return { ...begun, returned, outcome };
}

const finish = (state: string) => accounts.finishLogin({ state }, english);

function everythingWritten(): string {
  const tables = tools.db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
    .all();
  const rows = tables.map(({ name }) => tools.db.prepare(`SELECT * FROM "${name}"`).all());
  return JSON.stringify([rows, tools.heard]);
}

test('an own app: settings, login, what was found, and the chosen account connected', async () => {
  await setUp();
  const { state, loginUrl, opens, returned, outcome } = await login();
  expect(opens).toBe('tab');
  expect(new URL(loginUrl).searchParams.get('response_type')).toBe('code');
  expect(returned.href).toMatch(/^http:\/\/127\.0\.0\.1:4999\/login\/return\?/);
  expect(outcome).toBe('done');
  expect(await finish(state)).toMatchObject({ state, step: 'found' });
  const { accounts: found } = accounts.found({ state }, english);
  expect(found.map((one) => [one.network, one.remoteId, one.connected])).toEqual([
    ['facebook', practice.ready.page.id, false],
    ['instagram', practice.ready.instagram.id, false],
  ]);
  expect(found[0]).toMatchObject({
    pageName: 'La Serre',
    can: expect.arrayContaining(['publish']),
  });
  expect(accounts.list(english).accounts).toEqual([]);
  expect(secrets.names()).toEqual(['login:app-secret']);

  const remoteIds = [practice.ready.page.id];
  const list = await accounts.choose({ state, remoteIds, clientId: 'choice' }, english);
  expect(list.accounts.map((one) => one.remoteId)).toEqual(remoteIds);
  expect(mode).toBe('practice');
  expect(secrets.names()).toEqual([
    'login:app-secret',
    `token:page:${practice.ready.page.id}`,
    `token:user:${practice.ready.user.id}`,
  ]);
  const days = (Date.parse(list.accounts[0]?.expiresAt ?? '') - tools.clock.now()) / 86_400_000;
  expect(Math.round(days)).toBe(60);
  expect(await accounts.choose({ state, remoteIds, clientId: 'choice' }, english)).toEqual(list);
  await expect(accounts.choose({ state, remoteIds }, english)).rejects.toMatchObject({
    code: 'login-unknown',
  });
});

test('F91 no token, code or secret is written or in an answer or address', async () => {
  const settings = await setUp({ clientId: 'settings' });
  const { state, loginUrl, returned } = await login();
  const progress = await finish(state);
  const found = accounts.found({ state }, english);
  const list = await accounts.choose(
    { state, remoteIds: [practice.ready.page.id], clientId: 'choice' },
    english,
  );
  const check = await accounts.checkSetup(english);
  const words = everythingWritten() + JSON.stringify([settings, progress, found, list, check]);
  const names = secrets.names();
  const kept = await Promise.all(names.map((name) => secrets.get(name)));
  expect(names).toHaveLength(3);
  const code = returned.searchParams.get('code') ?? '';
  expect(code).not.toBe('');
  for (const secret of [...kept, code]) {
    expect(words).not.toContain(secret);
    expect(loginUrl).not.toContain(secret);
  }
  expect(returned.href).not.toMatch(/EAAPRACTICE/);
  expect(await secrets.get('login:app-secret')).toBe(app().secret);
});

test('a broker: no app here, its code bound to this studio', async () => {
  const broker = await startBroker(
    {
      BROKER_APP_ID: app().id,
      BROKER_APP_SECRET: app().secret,
      BROKER_NAME: 'Agence Lumière',
      BROKER_GRAPH_URL: practice.ready.url,
      BROKER_DIALOG_URL: practice.ready.url,
      BROKER_PORT: '0',
    },
    () => tools.clock.now(),
  );
  await accounts.setLoginSettings({ way: 'broker', brokerUrl: `${broker.url}/` });
  expect((await accounts.checkSetup(english)).steps.slice(0, 2)).toMatchObject([
    { step: 'broker-address', state: 'ok' },
    { step: 'broker-answers', state: 'ok', text: expect.stringContaining('Agence Lumière') },
  ]);
  const { state, loginUrl } = await accounts.beginLogin({}, english);
  expect(loginUrl.startsWith(`${broker.url}/login?`)).toBe(true);
  const returned = new URL(await readRefresh(await answerDialog(loginUrl)));
  expect(accounts.receiveReturn(returned.searchParams)).toBe('done');
  expect((await finish(state)).step).toBe('found');
  const remoteIds = [practice.ready.page.id, practice.ready.instagram.id];
  const { accounts: list } = await accounts.choose({ state, remoteIds }, english);
  expect(list.map((one) => one.network)).toEqual(['facebook', 'instagram']);
  expect(secrets.names()).not.toContain('login:app-secret');
  broker.server.closeAllConnections();
  await new Promise((done) => broker.server.close(done));
  expect((await accounts.checkSetup(english)).steps[1]).toMatchObject({ state: 'failed' });
});

test('a pasted token: the same choice, without a login', async () => {
  host = undefined;
  accounts = openAccounts();
  await accounts.setLoginSettings({ way: 'token' });
  expect(await accounts.loginSettings()).toMatchObject({ way: 'token', opens: 'none' });
  const userToken = ` ${practice.ready.user.token}\n`;
  const { state, step } = await accounts.useToken({ userToken, clientId: 'once' }, english);
  expect(step).toBe('found');
  expect(await accounts.useToken({ userToken, clientId: 'once' }, english)).toMatchObject({
    state,
  });
  const remoteIds = [practice.ready.instagram.id];
  const { accounts: list } = await accounts.choose({ state, remoteIds }, english);
  expect(list.map((one) => one.remoteId)).toEqual(remoteIds);
  const wrong = await accounts.useToken({ userToken: 'EAAPRACTICEnobodys' }, english);
  expect(wrong).toMatchObject({ step: 'failed', reason: { code: 'token-refused' } });
  expect(JSON.stringify(wrong)).not.toContain('nobodys');
});

test('a refusal connects nothing and can be tried again', async () => {
  await setUp();
  const { state, outcome } = await login({ says: 'deny' });
  expect(outcome).toBe('refused');
  const progress = await finish(state);
  expect(progress).toMatchObject({ step: 'refused', reason: { code: 'login-refused' } });
  expect(progress.reason?.text).toContain('Nothing was connected');
  expect(() => accounts.found({ state }, english)).toThrow('login-refused');
  const again = await login();
  expect(again.state).not.toBe(state);
  expect((await finish(again.state)).step).toBe('found');
});

test('S23 a wrong, missing or used state is refused, and the login that waits goes on waiting', async () => {
  await setUp();
  const begun = await accounts.beginLogin({}, english);
  for (const answer of [
    {} as Record<string, string>,
    { state: 'x' },
    { state: `${begun.state}x`, code: 'c' },
    { code: 'c' },
  ]) {
    expect(accounts.receiveReturn(new URLSearchParams(answer))).toBe('unknown');
  }
  expect((await finish(begun.state)).step).toBe('waiting');
  const returned = new URL(await answerDialog(begun.loginUrl));
  expect(accounts.receiveReturn(returned.searchParams)).toBe('done');
  expect(accounts.receiveReturn(returned.searchParams)).toBe('unknown');
  expect((await finish(begun.state)).step).toBe('found');
  expect(accounts.receiveReturn(returned.searchParams)).toBe('unknown');
  await expect(finish('never begun')).rejects.toMatchObject({ code: 'login-unknown' });
});

test('S23 a state is 256 random bits and good for ten minutes', async () => {
  await setUp();
  const { state, until, loginUrl } = await accounts.beginLogin({}, english);
  expect(Buffer.from(state, 'base64url')).toHaveLength(32);
  expect(Date.parse(until) - tools.clock.now()).toBe(10 * minuteMs);
  const returned = new URL(await answerDialog(loginUrl));
  tools.advance(10 * minuteMs);
  expect(accounts.receiveReturn(returned.searchParams)).toBe('unknown');
  expect(await finish(state)).toMatchObject({ step: 'expired', reason: { code: 'login-expired' } });
});

test('what was found is forgotten when nobody chooses', async () => {
  await setUp();
  const { state } = await login();
  expect((await finish(state)).step).toBe('found');
  tools.advance(31 * minuteMs);
  expect((await finish(state)).step).toBe('expired');
  const remoteIds = [practice.ready.page.id];
  await expect(accounts.choose({ state, remoteIds }, english)).rejects.toMatchObject({
    code: 'login-expired',
  });
  expect(secrets.names()).toEqual(['login:app-secret']);
});

test('a code that came too late is said so; nothing is connected', async () => {
  await setUp();
  const { state, loginUrl } = await accounts.beginLogin({}, english);
  const returned = new URL(await answerDialog(loginUrl));
  aheadMs = 11 * minuteMs;
  accounts.receiveReturn(returned.searchParams);
  const progress = await finish(state);
  expect(progress).toMatchObject({ step: 'failed', reason: { code: 'login-not-accepted' } });
  expect(progress.reason?.text).toContain('expired');
  expect(JSON.stringify(progress)).not.toContain(returned.searchParams.get('code'));
});

test('a wrong secret shows in the check, and the login says what to look at', async () => {
  await setUp({ appSecret: 'wrong-secret-of-somebody' });
  const { steps } = await accounts.checkSetup(english);
  expect(steps.find((one) => one.step === 'app-secret')).toMatchObject({ state: 'failed' });
  const { state } = await login();
  const progress = await finish(state);
  expect(progress).toMatchObject({ step: 'failed', reason: { code: 'login-not-accepted' } });
  expect(progress.reason?.todo).toContain('secret');
  expect(JSON.stringify([steps, progress])).not.toContain('wrong-secret');
});

test('a network that is down while it is asked is told, and the next login works', async () => {
  await setUp();
  await practice.control.fault({ edge: '*', mode: 'http500-before', count: 2 });
  const { state } = await login();
  expect(await finish(state)).toMatchObject({ reason: { code: 'network-unreachable' } });
  await practice.control.clearFaults();
  const { state: next } = await login();
  expect((await finish(next)).step).toBe('found');
});

test('the guided way: each step is looked at, and says what is to be done', async () => {
  const states = async () =>
    (await accounts.checkSetup(english)).steps.map(({ step, state }) => `${step} ${state}`);
  expect(await states()).toEqual([
    'app-id todo',
    'app-secret todo',
    'redirect ok',
    'login todo',
    'permissions todo',
  ]);
  await accounts.setLoginSettings({ appId: app().id });
  await accounts.setLoginSettings({ appSecret: app().secret });
  const { state } = await login({ without: ['pages_messaging'] });
  await finish(state);
  await accounts.choose({ state, remoteIds: [practice.ready.page.id] }, english);
  const { steps } = await accounts.checkSetup(english);
  expect(steps.map((one) => one.state)).toEqual(['ok', 'ok', 'ok', 'ok', 'failed']);
  expect(steps[4]?.text).toContain('pages_messaging');
  expect(steps[2]?.copy).toBe('http://127.0.0.1:4999/login/return');
  const again = await accounts.beginLogin({ again: true }, english);
  expect(new URL(again.loginUrl).searchParams.get('auth_type')).toBe('rerequest');
  accounts.receiveReturn(new URL(await answerDialog(again.loginUrl)).searchParams);
  await finish(again.state);
  expect(accounts.found({ state: again.state }, english).accounts[0]?.connected).toBe(true);
  await accounts.choose({ state: again.state, remoteIds: [practice.ready.page.id] }, english);
  expect((await states())[4]).toBe('permissions ok');
});

test('a permission left unticked is missing, with what to do about it', async () => {
  await setUp();
  const { state } = await login({ without: ['instagram_content_publish'] });
  await finish(state);
  const instagram = accounts
    .found({ state }, english)
    .accounts.find((one) => one.network === 'instagram');
  const lack = instagram?.missing.find((one) => one.capability === 'publish');
  expect(lack?.code).toBe('permission:instagram_content_publish');
  expect(lack?.fix).toContain('instagram_content_publish');
  const fresh = await login();
  expect((await finish(fresh.state)).step).toBe('found');
});

test('the desktop shows the login in its own window and takes what came back', async () => {
  const opened: { url: string; returnUrl: string }[] = [];
  host = {
    opens: 'window',
    open: async (asked) => {
      opened.push(asked);
      return answerDialog(asked.url);
    },
    close: () => {},
  };
  accounts = openAccounts();
  await setUp();
  const press = () => accounts.beginLogin({ clientId: 'press' }, english);
  const [{ state, opens }] = await Promise.all([press(), press()]);
  expect(opens).toBe('window');
  await expect.poll(async () => (await finish(state)).step).toBe('found');
  expect((await accounts.beginLogin({ clientId: 'press' }, english)).state).toBe(state);
  expect(opened).toHaveLength(1);
  expect(opened[0]?.returnUrl).toBe('http://127.0.0.1/login/return');
});

test('a window that is closed, or cannot be shown, ends the login', async () => {
  let answer: () => Promise<string | undefined> = () => Promise.resolve(undefined);
  const closed: string[] = [];
  host = { opens: 'window', open: () => answer(), close: () => closed.push('closed') };
  accounts = openAccounts();
  await setUp();
  const first = await accounts.beginLogin({}, english);
  await expect.poll(async () => (await finish(first.state)).step).toBe('closed');
  answer = () => Promise.reject(new Error('no page'));
  const second = await accounts.beginLogin({}, english);
  await expect
    .poll(async () => (await finish(second.state)).reason?.code)
    .toBe('login-unavailable');
  answer = () => Promise.resolve('http://127.0.0.1/login/return?code=c&state=of-another');
  const other = await accounts.beginLogin({}, english);
  await expect.poll(async () => (await finish(other.state)).step).toBe('closed');
  answer = () => new Promise(() => {});
  const third = await accounts.beginLogin({}, english);
  expect(accounts.cancelLogin(third)).toEqual({ ok: true });
  expect(closed).toEqual(['closed']);
  await expect(finish(third.state)).rejects.toMatchObject({ code: 'login-unknown' });
});

test('a login given up while its code is exchanged connects nothing', async () => {
  await setUp();
  const { state, loginUrl } = await accounts.beginLogin({}, english);
  accounts.receiveReturn(new URL(await answerDialog(loginUrl)).searchParams);
  accounts.cancelLogin({ state });
  await expect(finish(state)).rejects.toMatchObject({ code: 'login-unknown' });
  expect(secrets.names()).toEqual(['login:app-secret']);
});

test('what is not set up, or cannot be shown from here, is said before anything opens', async () => {
  await expect(accounts.beginLogin({}, english)).rejects.toMatchObject({
    code: 'login-not-set-up',
  });
  await accounts.setLoginSettings({ way: 'broker' });
  await expect(accounts.beginLogin({}, english)).rejects.toMatchObject({
    code: 'login-not-set-up',
  });
  await accounts.setLoginSettings({ way: 'token' });
  await expect(accounts.beginLogin({}, english)).rejects.toMatchObject({
    code: 'login-unavailable',
  });
  host = undefined;
  accounts = openAccounts();
  await setUp({ way: 'own-app' });
  await expect(accounts.beginLogin({}, english)).rejects.toMatchObject({
    code: 'login-unavailable',
  });
});

test('only what was found can be chosen', async () => {
  await setUp();
  const { state } = await accounts.beginLogin({}, english);
  await expect(accounts.choose({ state, remoteIds: ['1'] }, english)).rejects.toMatchObject({
    code: 'login-unfinished',
  });
  const { state: next } = await login();
  await finish(next);
  await expect(
    accounts.choose({ state: next, remoteIds: [practice.ready.page.id, '1'] }, english),
  ).rejects.toMatchObject({ code: 'account-unknown' });
  expect(secrets.names()).toEqual(['login:app-secret']);
});

test('S33 a real folder signs in nowhere on this machine, a practice folder nowhere else', async () => {
  await setUp();
  mode = 'real';
  await expect(accounts.beginLogin({}, english)).rejects.toMatchObject({
    code: 'practice-for-ever',
  });
  await expect(
    accounts.useToken({ userToken: practice.ready.user.token }, english),
  ).rejects.toMatchObject({ code: 'practice-for-ever' });
  mode = 'practice';
  await accounts.setLoginSettings({ graph: 'https://graph.facebook.com' });
  await expect(accounts.beginLogin({}, english)).rejects.toMatchObject({
    code: 'practice-for-ever',
  });
});

test('a broker says when things end, where the token may not look at itself', async () => {
  const day = (days: number) => new Date(tools.clock.now() + days * 86_400_000).toISOString();
  const broker = createServer((_request, response) => {
    const { token: userToken } = practice.ready.user;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ userToken, expiresAt: day(59), accessEndsAt: day(88) }));
  });
  await new Promise<void>((done) => broker.listen(0, '127.0.0.1', done));
  const { port } = broker.address() as AddressInfo;
  await accounts.setLoginSettings({ way: 'broker', brokerUrl: `http://127.0.0.1:${port}` });
  const { state } = await accounts.beginLogin({}, english);
  await practice.control.fault({ edge: 'GET /debug_token', mode: 'http500-before', count: 2 });
  accounts.receiveReturn(new URLSearchParams({ state, code: 'c' }));
  expect((await finish(state)).step).toBe('found');
  const remoteIds = [practice.ready.page.id];
  const { accounts: list } = await accounts.choose({ state, remoteIds }, english);
  expect(list[0]).toMatchObject({ expiresAt: day(59), accessEndsAt: day(88) });
  broker.closeAllConnections();
  await new Promise((done) => broker.close(done));
});

test.each([
  ['a redirect', 302, { location: 'https://evil.example/' }, '{}', 'broker-refused'],
  ['no JSON', 200, {}, '<html>', 'broker-refused'],
  ['no token', 200, {}, '{"userToken": 7}', 'broker-refused'],
  ['a token that is none', 200, {}, '{"userToken": "two words"}', 'broker-refused'],
  ['too much', 200, {}, `{"userToken": "${'x'.repeat(70_000)}"}`, 'broker-refused'],
  ['a refusal', 400, {}, '{"error": "EAAPRACTICEechoed of a token"}', 'broker-refused'],
  ['trouble', 503, {}, '{}', 'broker-unreachable'],
] as const)(
  'a broker that answers %s connects nothing',
  async (_name, status, headers, body, code) => {
    const broker = createServer((_request, response) => {
      response.writeHead(status, headers);
      response.end(body);
    });
    await new Promise<void>((done) => broker.listen(0, '127.0.0.1', done));
    const { port } = broker.address() as AddressInfo;
    await accounts.setLoginSettings({ way: 'broker', brokerUrl: `http://127.0.0.1:${port}` });
    const { state } = await accounts.beginLogin({}, english);
    accounts.receiveReturn(new URLSearchParams({ state, code: 'c' }));
    const progress = await finish(state);
    expect(progress).toMatchObject({ step: 'failed', reason: { code } });
    expect(JSON.stringify(progress)).not.toContain('EAAPRACTICE');
    broker.closeAllConnections();
    await new Promise((done) => broker.close(done));
  },
);

test('settings: what is absent stays, an empty text removes it, the secret is never answered', async () => {
  const answer = await setUp({ configId: '123456', clientId: 'one' });
  expect(answer).toEqual({
    way: 'own-app',
    appId: app().id,
    configId: '123456',
    hasSecret: true,
    opens: 'tab',
    redirectUrl: 'http://127.0.0.1:4999/login/return',
    practice: true,
  });
  expect(await accounts.setLoginSettings({ configId: '' })).toMatchObject({ appId: app().id });
  expect(await accounts.loginSettings()).not.toHaveProperty('configId');
  await expect(accounts.setLoginSettings({ appSecret: 'ключ' })).rejects.toMatchObject({
    code: 'invalid-input',
  });
  expect(await accounts.setLoginSettings({ appSecret: '' })).toMatchObject({ hasSecret: false });
  expect(secrets.names()).toEqual([]);
  const { loginUrl } = await setUp({ configId: '777777' }).then(() => accounts.beginLogin({}, {}));
  expect(new URL(loginUrl).searchParams.get('config_id')).toBe('777777');
  expect(new URL(loginUrl).searchParams.has('scope')).toBe(false);
});

test('an address of this computer is said to be for apps in development only', async () => {
  accounts = accountsService({
    tools,
    secrets,
    readMode: () => 'undecided',
    settleMode: () => {},
    login: host,
  });
  expect(await accounts.loginSettings()).toMatchObject({ practice: false });
  const redirect = async () =>
    (await accounts.checkSetup(english)).steps.find((one) => one.step === 'redirect');
  expect(await redirect()).toMatchObject({
    state: 'todo',
    text: expect.stringContaining('in development'),
    copy: 'http://localhost:4999/login/return',
  });
  host = { opens: 'window', open: () => Promise.resolve(undefined), close: () => {} };
  accounts = accountsService({
    tools,
    secrets,
    readMode: () => 'undecided',
    settleMode: () => {},
    login: host,
  });
  const desktop = await redirect();
  expect(desktop?.text).not.toContain('in development');
  expect(desktop?.copy).toBe('https://www.facebook.com/connect/login_success.html');
});

test('S33 a broker for real accounts is reached over TLS, one for practice on this machine', async () => {
  const refused = { code: 'broker-address' };
  const set = (brokerUrl: string) => accounts.setLoginSettings({ way: 'broker', brokerUrl });
  await expect(set('https://login.agency.example')).rejects.toMatchObject(refused);
  await expect(set('http://127.0.0.1:1/x?token=1')).rejects.toMatchObject(refused);
  const real = accountsService({
    tools,
    secrets,
    readMode: () => 'undecided',
    settleMode: () => {},
    login: host,
  });
  for (const brokerUrl of [
    'http://login.agency.example',
    'http://127.0.0.1:8787',
    'https://127.0.0.1',
    'https://me:pass@login.agency.example',
    'https://login.agency.example/#x',
    'nothing',
  ]) {
    await expect(real.setLoginSettings({ brokerUrl }), brokerUrl).rejects.toMatchObject(refused);
  }
  const kept = await real.setLoginSettings({ brokerUrl: 'https://login.agency.example/shops/' });
  expect(kept.brokerUrl).toBe('https://login.agency.example/shops');
});
