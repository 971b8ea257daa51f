import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GraphFailure } from 'graph-api-client';
import { Problem } from '../../shared/contract/problem.ts';
import { createMemorySecrets } from '../../tests/support/memory-secrets.ts';
import type { SecretStore } from '../host.ts';
import { createGraphAccess, type AccessFact, type GraphAccess } from './graph-access.ts';

const pageToken = 'EAAPRACTICEpageCanary123';
const userToken = 'EAAPRACTICEuserCanary123';

let server: Server;
let url: string;
let seen: { path: string; token: string | undefined }[];
let answer: { status: number; body: unknown; headers?: Record<string, string> };

beforeEach(async () => {
  seen = [];
  answer = { status: 200, body: { id: '104600' } };
  server = createServer((request, response) => {
    seen.push({ path: request.url ?? '', token: request.headers.authorization });
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

type Set = {
  access: GraphAccess;
  secrets: SecretStore;
  account: AccessFact;
  line: string[];
  troubles: [string, GraphFailure][];
  pauses: [string, number][];
  advance: (ms: number) => void;
};

function setUp(change: Partial<AccessFact> = {}): Set {
  let now = Date.UTC(2026, 10, 24, 8, 12);
  const account: AccessFact = {
    id: 'account-1',
    network: 'facebook',
    remoteId: '104600',
    name: 'Verts & Papier',
    pageRemoteId: '104600',
    userRemoteId: '102200',
    health: 'ok',
    practice: true,
    baseUrls: { graph: url },
    ...change,
  };
  const line: string[] = [];
  const troubles: [string, GraphFailure][] = [];
  const pauses: [string, number][] = [];
  const secrets = createMemorySecrets({
    'token:page:104600': pageToken,
    'token:user:102200': userToken,
  });
  const access = createGraphAccess({
    secrets,
    clock: { now: () => now, tickSeconds: 15, manual: true },
    line: { noteSuccess: () => line.push('success'), noteFailure: (one) => line.push(one.meaning) },
    readAccess: (id) => (id === account.id ? account : undefined),
    onAccountTrouble: (id, failure) => troubles.push([id, failure]),
    onPause: (id, untilAt) => pauses.push([id, untilAt]),
  });
  return { access, secrets, account, line, troubles, pauses, advance: (ms) => (now += ms) };
}

const graphError = (code: number, subcode?: number) => ({
  status: 400,
  body: { error: { code, error_subcode: subcode, message: 'no' } },
});

test('speaks as the Page or as the person', async () => {
  const { access, line } = setUp();
  await (await access.clientFor('account-1')).me();
  await (await access.userClientFor('account-1')).me();
  expect(seen.map((one) => one.token)).toEqual([`Bearer ${pageToken}`, `Bearer ${userToken}`]);
  expect(line).toEqual(['success', 'success']);
});

test('gives the same client until the token changes', async () => {
  const { access, secrets } = setUp();
  const first = await access.clientFor('account-1');
  expect(await access.clientFor('account-1')).toBe(first);
  await secrets.set('token:page:104600', 'EAAPRACTICEother12345');
  await (await access.clientFor('account-1')).me();
  expect(seen.at(-1)?.token).toBe('Bearer EAAPRACTICEother12345');
});

test('F92 without a token somebody must sign in', async () => {
  const { access, secrets } = setUp();
  await secrets.delete('token:page:104600');
  await expect(access.clientFor('account-1')).rejects.toMatchObject({ code: 'token-missing' });
  await expect(access.clientFor('nobody')).rejects.toMatchObject({ code: 'account-unknown' });
});

test('F40 no call is made with a token that is known to be dead', async () => {
  const { access } = setUp({ health: 'sign-in' });
  await expect(access.clientFor('account-1')).rejects.toThrow(Problem);
  await expect(access.userClientFor('account-1')).rejects.toThrow(Problem);
  expect(seen).toHaveLength(0);
});

test.each([
  ['F40 a dead token', graphError(190, 460), 'password-changed'],
  ['F40 a missing permission', graphError(200), 'permission-missing'],
  ['a block', graphError(368), 'blocked'],
  ['F39 a limit', graphError(32), 'page-limit'],
])('%s is told', async (_, bad, meaning) => {
  const { access, troubles } = setUp();
  answer = bad;
  await (await access.clientFor('account-1')).me();
  expect(troubles).toMatchObject([['account-1', { meaning }]]);
});

test.each([
  ['a missing object', graphError(100, 33)],
  ['trouble of the network', { status: 500, body: { error: { code: 2, message: 'no' } } }],
  ['the daily limit', graphError(9, 2207042)],
])('%s says nothing of the account', async (_, bad) => {
  const { access, troubles } = setUp();
  answer = bad;
  await (await access.clientFor('account-1')).me();
  expect(troubles).toEqual([]);
});

test('a person without rights on the catalogue keeps the account well', async () => {
  const { access, troubles } = setUp();
  answer = graphError(200);
  await (await access.userClientFor('account-1')).availableCatalogs('17841400000000001');
  expect(troubles).toEqual([]);
});

test('F33 a lost line is told to the line and nobody else', async () => {
  const { access, line, troubles } = setUp({ baseUrls: { graph: 'http://127.0.0.1:1' } });
  await (await access.clientFor('account-1')).me();
  expect(line).toEqual(['offline']);
  expect(troubles).toEqual([]);
});

test('F39 usage of the account slows its background reads', async () => {
  const { access, advance } = setUp();
  const usage = {
    '104600': [{ type: 'pages', call_count: 80, estimated_time_to_regain_access: 0 }],
  };
  answer = { ...answer, headers: { 'x-business-use-case-usage': JSON.stringify(usage) } };
  expect(access.mayRead('account-1')).toBe(true);
  await (await access.clientFor('account-1')).me();
  expect(access.mayRead('account-1')).toBe(false);
  expect(access.mayRead('account-1', 'open-view')).toBe(true);
  expect(access.mayRead('other')).toBe(true);
  advance(16 * 60_000);
  expect(access.mayRead('account-1')).toBe(true);
});

test('F39 figures at 100 % are told with the time at which they end', async () => {
  const { access, pauses } = setUp();
  const usage = {
    '104600': [{ type: 'pages', call_count: 100, estimated_time_to_regain_access: 8 }],
  };
  answer = { ...answer, headers: { 'x-business-use-case-usage': JSON.stringify(usage) } };
  await (await access.clientFor('account-1')).me();
  expect(pauses).toEqual([['account-1', Date.UTC(2026, 10, 24, 8, 20)]]);
});

test('F39 a refusal pauses the account', async () => {
  const { access } = setUp();
  answer = graphError(80001);
  await (await access.clientFor('account-1')).me();
  expect(access.pausedUntil('account-1')).toBe(Date.UTC(2026, 10, 24, 8, 27));
});

test.each([613, 80006])('F39 a refusal of messages (%i) stops messages alone', async (code) => {
  const { access, troubles } = setUp();
  answer = graphError(code);
  const client = await access.clientFor('account-1');
  await client.conversations({ pageId: '104600', platform: 'messenger' });
  expect(access.pausedUntil('account-1', 'messages')).toBe(Date.UTC(2026, 10, 24, 8, 27));
  expect(access.mayHear('account-1')).toBe(false);
  expect(access.pausedUntil('account-1')).toBeUndefined();
  expect(access.mayRead('account-1')).toBe(true);
  expect(troubles).toEqual([]);
});

test('F39 what stops the account stops its messages, and figures of messages stop only these', async () => {
  const { access, pauses } = setUp();
  const usage = {
    '104600': [{ type: 'messenger', call_count: 100, estimated_time_to_regain_access: 8 }],
  };
  const fine = answer;
  answer = { ...fine, headers: { 'x-business-use-case-usage': JSON.stringify(usage) } };
  const client = await access.clientFor('account-1');
  await client.me();
  expect(access.pausedUntil('account-1', 'messages')).toBe(Date.UTC(2026, 10, 24, 8, 20));
  expect(access.pausedUntil('account-1')).toBeUndefined();
  expect(pauses).toEqual([]);
  answer = graphError(80001);
  await (await access.clientFor('account-1')).me();
  expect(access.pausedUntil('account-1', 'messages')).toBe(access.pausedUntil('account-1'));
});

test.each(['taggedPosts', 'conversations'] as const)(
  'a refusal of %s says nothing of the account, though it names what publishing takes as well',
  async (name) => {
    const { access, troubles } = setUp();
    const message =
      "(#10) This endpoint requires the 'pages_read_engagement' permission or the 'Page Public Content Access' feature";
    answer = { status: 403, body: { error: { code: 10, message } } };
    const client = await access.clientFor('account-1');
    const list = { pageId: '104600', platform: 'messenger' as const };
    expect(await client[name](list)).toMatchObject({ failure: { reaction: 'permission' } });
    expect(troubles).toEqual([]);
  },
);

test('a refusal of conversations that names the permission for messages is told', async () => {
  const { access, troubles } = setUp();
  const message = '(#200) Requires pages_messaging permission to manage the object';
  answer = { status: 403, body: { error: { code: 200, message } } };
  await (
    await access.clientFor('account-1')
  ).conversations({ pageId: '104600', platform: 'messenger' });
  expect(troubles).toMatchObject([['account-1', { permission: 'pages_messaging' }]]);
});

test('F39 an account far beyond its limit is read again when the figure is old', async () => {
  const { access, advance } = setUp();
  answer = { ...answer, headers: { 'x-app-usage': JSON.stringify({ call_count: 170 }) } };
  await (await access.clientFor('account-1')).me();
  expect(access.mayRead('account-1')).toBe(false);
  advance(16 * 60_000);
  expect(access.mayRead('account-1')).toBe(true);
});

test('S33 practice and real addresses never mix, and nothing is sent', async () => {
  const cases: Partial<AccessFact>[] = [
    { practice: true, baseUrls: { graph: 'https://graph.facebook.com' } },
    { practice: true, baseUrls: { graph: url, rupload: 'https://rupload.facebook.com' } },
    { practice: false, baseUrls: { graph: url } },
    { practice: false, baseUrls: { graph: 'https://graph.facebook.com' } },
  ];
  for (const one of cases) {
    const { access } = setUp(one);
    await expect(access.clientFor('account-1')).rejects.toMatchObject({ code: 'practice-token' });
  }
  expect(seen).toHaveLength(0);
});

test('F91 neither access nor a client shows a token', async () => {
  const { access } = setUp();
  const client = await access.clientFor('account-1');
  const text = inspect([access, client], { depth: 10, showHidden: true });
  expect(text).not.toContain('Canary');
});

test('the line is there when any network answers, or when there is none to ask', async () => {
  const { access } = setUp();
  expect(await access.probe([{ graph: 'http://127.0.0.1:1' }, { graph: url }])).toBe(true);
  expect(await access.probe([{ graph: 'http://127.0.0.1:1' }])).toBe(false);
  expect(await access.probe([])).toBe(true);
  expect(seen.map((one) => one.token)).toEqual([undefined]);
});
