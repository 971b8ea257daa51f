import { createHash, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerDialog, readRefresh, type DialogAnswer } from '../tests/support/answer-dialog.ts';
import { startPractice, type PracticeForTests } from '../tests/support/practice.ts';
import { startBroker } from './token-broker.ts';

let practice: PracticeForTests;
let broker: Awaited<ReturnType<typeof startBroker>>;
let nowMs: number;

beforeAll(async () => {
  practice = await startPractice();
});
afterAll(() => practice.close());

beforeEach(async () => {
  nowMs = Date.now();
  broker = await startBroker(settings(), () => nowMs);
});
afterEach(async () => {
  broker.server.closeAllConnections();
  await new Promise((done) => broker.server.close(done));
});

const settings = (): Record<string, string> => ({
  BROKER_APP_ID: practice.ready.app.id,
  BROKER_APP_SECRET: practice.ready.app.secret,
  BROKER_NAME: 'Agence Lumière',
  BROKER_GRAPH_URL: practice.ready.url,
  BROKER_DIALOG_URL: practice.ready.url,
  BROKER_PORT: '0',
});

const state = 'a-state-of-the-studio-itself';
const back = 'http://127.0.0.1:4999/login/return';
const verifier = randomBytes(32).toString('base64url');
const challenge = createHash('sha256').update(verifier).digest('base64url');

const loginUrl = (change: Record<string, string> = {}) =>
  `${broker.url}/login?${new URLSearchParams({ state, return: back, challenge, ...change }).toString()}`;

/** A whole login; answers what the studio is sent. */
async function login(answer: DialogAnswer = {}): Promise<URL> {
  return new URL(await readRefresh(await answerDialog(loginUrl(), answer)));
}

async function exchange(body: object | string, type = 'application/json') {
  const response = await fetch(`${broker.url}/exchange`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

test('says whose it is', async () => {
  const about = await fetch(`${broker.url}/about`);
  expect(await about.json()).toEqual({ protocol: 1, name: 'Agence Lumière' });
  expect((await fetch(`${broker.url}/elsewhere`)).status).toBe(404);
});

test('gives a long token for a login, and keeps the app’s secret', async () => {
  const returned = await login();
  expect(`${returned.origin}${returned.pathname}`).toBe(back);
  expect(returned.searchParams.get('state')).toBe(state);
  const { status, body } = await exchange({ code: returned.searchParams.get('code'), verifier });
  expect(status).toBe(200);
  const facts = await practice.client(body['userToken'] ?? '').debugToken(body['userToken'] ?? '');
  expect(facts.ok && facts.value.isValid).toBe(true);
  const days = (Date.parse(body['expiresAt'] ?? '') - nowMs) / 86_400_000;
  expect(days).toBeGreaterThan(59);
  const accessDays = (Date.parse(body['accessEndsAt'] ?? '') - nowMs) / 86_400_000;
  expect(accessDays).toBeGreaterThan(89);
  expect(JSON.stringify([body, returned.href])).not.toContain(practice.ready.app.secret);
  expect(returned.href).not.toContain('EAAPRACTICE');
});

test('a refusal is told to the studio', async () => {
  const returned = await login({ says: 'deny' });
  expect(Object.fromEntries(returned.searchParams)).toEqual({ error: 'access_denied', state });
});

test('a code is good once, for who knows the verifier, for ten minutes', async () => {
  const first = (await login()).searchParams.get('code');
  expect(await exchange({ code: first, verifier: 'another' })).toMatchObject({
    status: 400,
    body: { error: 'wrong-verifier' },
  });
  expect(await exchange({ code: first, verifier })).toMatchObject({ status: 400 });
  const second = (await login()).searchParams.get('code');
  nowMs += 10 * 60_000;
  expect((await exchange({ code: second, verifier })).body['error']).toBe('unknown-login');
  const third = (await login()).searchParams.get('code');
  expect((await exchange({ code: third, verifier })).status).toBe(200);
  expect((await exchange({ code: third, verifier })).body['error']).toBe('unknown-login');
});

test('the network’s own refusal is a refusal, without its words', async () => {
  const code = (await login()).searchParams.get('code');
  await practice.control.fault({ edge: '*', mode: 'http500-before', count: 1 });
  const answer = await exchange({ code, verifier });
  await practice.control.clearFaults();
  expect(answer).toEqual({ status: 400, body: { error: 'network-refused' } });
});

test.each([
  'https://evil.example/login/return',
  'http://127.0.0.1.evil.example/login/return',
  'http://127.0.0.1:4999/elsewhere',
  'javascript:alert(1)',
  '',
])('leads back to a studio on the person’s own machine only, not to %j', async (address) => {
  const response = await fetch(loginUrl({ return: address }), { redirect: 'manual' });
  expect(response.status).toBe(400);
  expect(response.headers.get('location')).toBeNull();
});

test.each<Record<string, string>>([
  { state: 'short' },
  { state: '"><script>aaaaaaaaaaaaaaaa' },
  { challenge: 'short' },
])('refuses a login that is not one of the protocol: %j', async (change) => {
  expect((await fetch(loginUrl(change), { redirect: 'manual' })).status).toBe(400);
});

test('hears JSON only, and little of it', async () => {
  expect((await exchange('code=x', 'application/x-www-form-urlencoded')).status).toBe(400);
  expect((await exchange('not json')).status).toBe(500);
  expect((await exchange({ code: 'x'.repeat(5000) })).body['error']).toBe('too-large');
});

test('a return that nobody waits for leads nowhere', async () => {
  const response = await fetch(`${broker.url}/return?code=c&state=unknown`);
  expect(response.status).toBe(400);
});

test('does not start without its app', async () => {
  await expect(startBroker({ BROKER_APP_ID: '1' })).rejects.toThrow('BROKER_APP_SECRET');
});
