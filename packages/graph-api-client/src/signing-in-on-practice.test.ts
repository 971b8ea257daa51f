// From the login dialog to every Page of an agency, over real HTTP against the simulator.
import { startPracticeNetwork, type PracticeNetwork } from 'practice-network';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { practiceControl } from '../../../tests/support/practice.ts';
import type { GraphClient } from './client-types.ts';
import { createGraphClient } from './create-graph-client.ts';
import { createLoginClient } from './login-client.ts';
import { loginAddress, readLoginAnswer } from './login-dialog.ts';
import type { LoginAnswer, LoginRequest } from './login-types.ts';
import { failureOf, must } from '../test-support/read-result.ts';

const redirectUri = 'http://127.0.0.1:4999/back';
const scopes = ['pages_show_list', 'pages_manage_posts', 'business_management', 'pages_messaging'];

let network: PracticeNetwork;
beforeEach(async () => {
  network = await startPracticeNetwork({ seed: 1, world: 'agency', settings: { personas: false } });
});
afterEach(() => network.close());

const clientWith = (token: string): GraphClient =>
  createGraphClient({ baseUrls: { graph: network.ready.url }, token });
const loginClient = () => createLoginClient({ baseUrls: { graph: network.ready.url } });
const app = () => ({ appId: network.ready.app.id, appSecret: network.ready.app.secret });

/** Does what a browser does with the dialog's form, boxes ticked as they came. */
async function answerDialog(
  wanted: Partial<LoginRequest>,
  decision: 'allow' | 'deny' = 'allow',
  without: readonly string[] = [],
): Promise<LoginAnswer> {
  const state = 'one-login-only';
  const address = loginAddress({
    dialogUrl: network.ready.url,
    appId: network.ready.app.id,
    redirectUri,
    state,
    scopes,
    ...wanted,
  });
  const html = await (await fetch(address)).text();
  const form = new URLSearchParams({ decision });
  for (const [, name = '', value = ''] of html.matchAll(
    /<input [^>]*name="(\w+)" value="([^"]*)"/g,
  )) {
    if (!without.includes(value)) form.append(name, value.replaceAll('&amp;', '&'));
  }
  const [action = ''] = address.split('?');
  const answer = await fetch(action, { method: 'POST', body: form, redirect: 'manual' });
  return readLoginAnswer(answer.headers.get('location') ?? '', { redirectUri, state });
}

async function signIn(without: readonly string[] = []): Promise<string> {
  const answer = await answerDialog({ answer: 'code' }, 'allow', without);
  if (answer.kind !== 'code') throw new Error(`no code: ${answer.kind}`);
  const exchange = { ...app(), code: answer.code, redirectUri };
  const { token } = must(await loginClient().exchangeCode(exchange));
  return must(await loginClient().extendToken({ ...app(), token })).token;
}

test('a code becomes a short token, and that one of sixty days', async () => {
  const answer = await answerDialog({ answer: 'code' });
  expect(answer).toMatchObject({ kind: 'code', deniedScopes: [] });
  const code = answer.kind === 'code' ? answer.code : '';
  const short = must(await loginClient().exchangeCode({ ...app(), code, redirectUri }));
  const long = must(await loginClient().extendToken({ ...app(), token: short.token }));
  expect(short.expiresInMs).toBeLessThan(3 * 3_600_000);
  expect(long.expiresInMs).toBeGreaterThan(50 * 24 * 3_600_000);
  expect(must(await clientWith(long.token).me()).id).toBe(network.ready.user.id);
  const again = failureOf(await loginClient().exchangeCode({ ...app(), code, redirectUri }));
  expect(again).toMatchObject({ reaction: 'fix', outcome: 'not-done' });
});

test('without a secret the token itself comes back, with what was granted', async () => {
  const answer = await answerDialog({ answer: 'token' }, 'allow', ['pages_messaging']);
  expect(answer).toMatchObject({ kind: 'token', deniedScopes: ['pages_messaging'] });
  if (answer.kind !== 'token') throw new Error('no token');
  expect(answer.grantedScopes).toContain('pages_manage_posts');
  const person = clientWith(answer.token);
  expect(must(await person.permissions())).toContainEqual({
    permission: 'pages_messaging',
    status: 'declined',
  });
  const facts = must(await person.debugToken(answer.token));
  expect(facts).toMatchObject({ isValid: true, type: 'USER', userId: network.ready.user.id });
  expect(facts.scopes).not.toContain('pages_messaging');
});

test('a no is a no', async () => {
  expect(await answerDialog({}, 'deny')).toEqual({ kind: 'refused', reason: 'user_denied' });
});

test('a wrong secret opens nothing', async () => {
  const wrong = { appId: network.ready.app.id, appSecret: 'wrong' };
  const failure = failureOf(
    await loginClient().extendToken({ ...wrong, token: network.ready.user.token }),
  );
  expect(failure.outcome).toBe('not-done');
  expect(JSON.stringify(failure)).not.toContain(network.ready.user.token);
});

test('every Page is found, those of businesses too, with a token where there is a task', async () => {
  const person = clientWith(await signIn());
  const listed = must(await person.accounts()).map((page) => page.name);
  const { pages, notRead } = must(await person.discoverAccounts());
  expect(notRead).toEqual([]);
  expect(new Set(pages.map((page) => page.id)).size).toBe(pages.length);
  expect(pages.length).toBeGreaterThan(listed.length);
  const throughBusiness = pages.find((page) => page.name === 'Papier Plume');
  expect(listed).not.toContain('Papier Plume');
  expect(throughBusiness?.business?.name).toBe('Agence Mistral');
  const { token = '' } = throughBusiness ?? {};
  expect(must(await clientWith(token).me()).id).toBe(throughBusiness?.id);
  expect(pages.find((page) => page.name === 'Vélo Bleu')?.token).toBeUndefined();
});

test('what a Page and an account are like is told', async () => {
  const person = clientWith(await signIn());
  const { pages } = must(await person.discoverAccounts());
  const shop = pages.find((page) => page.name === 'Le Fournil des Halles');
  expect(must(await person.readPage(shop?.id ?? ''))).toMatchObject({ isPublished: false });
  const withShop = pages.find((page) => page.id === network.ready.page.id);
  const profile = await clientWith(withShop?.token ?? '').readInstagramProfile(
    network.ready.instagram.id,
  );
  expect(must(profile)).toMatchObject({ id: network.ready.instagram.id });
});

test('a permission given back is gone, and after all of them the tokens are dead', async () => {
  const token = await signIn();
  const person = clientWith(token);
  must(await person.revokePermissions({ permission: 'pages_messaging' }));
  const left = must(await person.permissions());
  expect(left).not.toContainEqual({ permission: 'pages_messaging', status: 'granted' });
  must(await person.revokePermissions());
  expect(failureOf(await clientWith(token).me())).toMatchObject({ reaction: 'reconnect' });
});

test('a token that ended says so to whoever looks at it', async () => {
  const token = await signIn();
  const control = practiceControl(network.ready);
  await control.expireToken({ token, subcode: 463 });
  const looking = clientWith(`${network.ready.app.id}|${network.ready.app.secret}`);
  expect(must(await looking.debugToken(token))).toMatchObject({
    isValid: false,
    error: { code: 190, subcode: 463 },
  });
});
