import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  answerError,
  answerJson,
  canaryToken,
  startRawNetwork,
  type Behaviour,
  type RawNetwork,
} from '../test-support/raw-network.ts';
import { createLoginClient } from './login-client.ts';
import { loginAddress, readLoginAnswer } from './login-dialog.ts';
import type { LoginClient } from './login-types.ts';

const redirectUri = 'https://www.facebook.com/connect/login_success.html';
const expected = { redirectUri, state: 'S1' };
const request = {
  dialogUrl: 'https://www.facebook.com/',
  appId: '138',
  redirectUri,
  state: 'S1',
  scopes: ['pages_show_list', 'pages_manage_posts'],
};

let network: RawNetwork;
let login: LoginClient;
let behave: Behaviour;

beforeAll(async () => {
  network = await startRawNetwork((...call) => behave(...call));
  login = createLoginClient({ baseUrls: { graph: network.url }, timeoutMs: 2_000 });
});
beforeEach(() => void (network.seen.length = 0));
afterAll(() => network.close());

test('the dialog is asked for permissions, and its answer to come back with the state', () => {
  const url = new URL(loginAddress(request));
  expect(`${url.origin}${url.pathname}`).toBe('https://www.facebook.com/v26.0/dialog/oauth');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: '138',
    redirect_uri: redirectUri,
    response_type: 'token',
    state: 'S1',
    scope: 'pages_show_list,pages_manage_posts',
    return_scopes: 'true',
  });
});

test('a configuration stands in for permissions; version, kind and words are asked for', () => {
  const address = loginAddress({
    ...request,
    version: 'v25.0',
    configId: '77',
    answer: 'code',
    again: 'rerequest',
    locale: 'fr_FR',
  });
  expect(address).toContain('/v25.0/dialog/oauth?');
  const query = Object.fromEntries(new URL(address).searchParams);
  expect(query).toMatchObject({
    config_id: '77',
    response_type: 'code',
    auth_type: 'rerequest',
    locale: 'fr_FR',
  });
  expect(query).not.toHaveProperty('scope');
});

test('S22 a dialog in clear is refused, loopback aside', () => {
  const make = (dialogUrl: string) => () => loginAddress({ ...request, dialogUrl });
  expect(make('http://www.facebook.com')).toThrow(TypeError);
  expect(make('ftp://www.facebook.com')).toThrow(TypeError);
  expect(make('http://127.0.0.1:4000')).not.toThrow();
});

test('a token comes in the fragment', () => {
  const fragment =
    `access_token=${canaryToken}&data_access_expiration_time=1771234567&expires_in=5183` +
    '&granted_scopes=pages_show_list%2Cpages_manage_posts&denied_scopes=&state=S1';
  expect(readLoginAnswer(`${redirectUri}#${fragment}`, expected)).toEqual({
    kind: 'token',
    token: canaryToken,
    expiresInMs: 5_183_000,
    dataAccessExpiresAt: 1_771_234_567_000,
    grantedScopes: ['pages_show_list', 'pages_manage_posts'],
    deniedScopes: [],
  });
});

test('a code comes in the query, a refusal too', () => {
  expect(readLoginAnswer(`${redirectUri}?code=AQB&state=S1#_=_`, expected)).toEqual({
    kind: 'code',
    code: 'AQB',
  });
  const refusal = '?error_reason=user_denied&error=access_denied&state=S1';
  expect(readLoginAnswer(`${redirectUri}${refusal}`, expected)).toEqual({
    kind: 'refused',
    reason: 'user_denied',
  });
});

test.each([
  ['another state', `${redirectUri}#access_token=x&state=S2`],
  ['no state', `${redirectUri}?code=AQB`],
  ['a refusal of another login', `${redirectUri}?error=access_denied&state=S2`],
])('%s is not an answer to this login', (_, address) => {
  expect(readLoginAnswer(address, expected)).toEqual({ kind: 'foreign' });
});

test('an empty state protects nothing', () => {
  const answer = readLoginAnswer(`${redirectUri}?code=A&state=`, { redirectUri, state: '' });
  expect(answer).toEqual({ kind: 'foreign' });
});

test.each([
  'https://www.facebook.com/login.php?state=S1',
  `${redirectUri}?state=S1`,
  `https://evil.example/connect/login_success.html#access_token=x&state=S1`,
  `http://www.facebook.com/connect/login_success.html#access_token=x&state=S1`,
  'about:blank',
  'not an address',
])('%s is on the way and not the end', (address) => {
  expect(readLoginAnswer(address, expected)).toEqual({ kind: 'not-yet' });
});

test('a code is exchanged for a token, without any authorization', async () => {
  behave = (_, response) =>
    answerJson(response, { access_token: canaryToken, token_type: 'bearer', expires_in: 5183944 });
  const app = { appId: '138', appSecret: 'shh-secret' };
  expect(await login.exchangeCode({ ...app, code: 'AQB', redirectUri })).toMatchObject({
    ok: true,
    value: { token: canaryToken, expiresInMs: 5_183_944_000 },
  });
  const [seen] = network.seen;
  expect(`${seen?.method} ${seen?.path}`).toBe('GET /v26.0/oauth/access_token');
  expect(Object.fromEntries(seen?.query ?? [])).toEqual({
    client_id: '138',
    client_secret: 'shh-secret',
    redirect_uri: redirectUri,
    code: 'AQB',
  });
  expect(seen?.headers.authorization).toBeUndefined();
});

test('a short token is exchanged for a long one; its end may be left untold', async () => {
  behave = (_, response) => answerJson(response, { access_token: canaryToken });
  const granted = await login.extendToken({
    appId: '138',
    appSecret: 'shh',
    token: 'EAAshort1234',
  });
  expect(granted).toMatchObject({ ok: true, value: { token: canaryToken } });
  expect(granted.ok && granted.value.expiresInMs).toBe(undefined);
  expect(Object.fromEntries(network.seen[0]?.query ?? [])).toEqual({
    grant_type: 'fb_exchange_token',
    client_id: '138',
    client_secret: 'shh',
    fb_exchange_token: 'EAAshort1234',
  });
});

test('F91 a refused exchange tells neither secret, code nor token', async () => {
  const secrets = ['odd"secret', 'odd code/1', 'odd+token'];
  const [appSecret = '', code = '', token = ''] = secrets;
  behave = (seen, response) =>
    answerError(response, {
      code: 1,
      message: `bad ${secrets.join(' ')} in ${seen.query.toString()}`,
      error_user_msg: secrets.map(encodeURIComponent).join(' '),
      fbtrace_id: token,
    });
  const results = [
    await login.exchangeCode({ appId: '138', appSecret, code, redirectUri }),
    await login.extendToken({ appId: '138', appSecret, token }),
  ];
  const [first, second] = results.map((result) => JSON.stringify(result));
  for (const secret of [appSecret, code]) {
    expect(first).not.toContain(secret);
    expect(first).not.toContain(encodeURIComponent(secret));
  }
  expect(second).not.toContain(token);
  expect(results[0]).toMatchObject({ ok: false });
});

test('S22 secrets go over no line in clear', () => {
  expect(() => createLoginClient({ baseUrls: { graph: 'http://graph.example' } })).toThrow(
    TypeError,
  );
});
