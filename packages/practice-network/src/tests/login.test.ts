import { afterEach, beforeEach, expect, test } from 'vitest';
import { dig, openTester, type Answered, type Tester } from '../testing/open-tester.ts';

const back = 'http://127.0.0.1:4999/back';

let tester: Tester;
beforeEach(async () => {
  tester = await openTester();
});
afterEach(() => tester.close());

type Values = Readonly<Record<string, string>>;

function dialogAddress(values: Values = {}): string {
  const search = new URLSearchParams({
    client_id: tester.ready.app.id,
    redirect_uri: back,
    state: 's"1&<x>',
    scope: 'pages_show_list,pages_manage_posts instagram_basic',
    ...values,
  });
  return `${tester.ready.url}/v26.0/dialog/oauth?${search.toString()}`;
}

function openDialog(values: Values = {}, language = 'en'): Promise<Response> {
  return fetch(dialogAddress(values), { headers: { 'accept-language': language } });
}

/** All fields of the form as a browser would send them, boxes ticked as they came. */
function formFields(html: string): URLSearchParams {
  const form = new URLSearchParams();
  for (const [, name, value] of html.matchAll(/<input [^>]*name="(\w+)" value="([^"]*)"/g)) {
    form.append(name ?? '', unescapeHtml(value ?? ''));
  }
  return form;
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

interface Answer {
  decision?: 'allow' | 'deny';
  without?: readonly string[];
  key?: string;
}

async function answerDialog(values: Values = {}, answer: Answer = {}): Promise<Response> {
  const form = formFields(await (await openDialog(values)).text());
  for (const left of answer.without ?? []) {
    for (const name of ['permission', 'page']) form.delete(name, left);
  }
  form.set('decision', answer.decision ?? 'allow');
  if (answer.key !== undefined) form.set('key', answer.key);
  const address = dialogAddress(values).split('?')[0] ?? '';
  return fetch(address, { method: 'POST', body: form, redirect: 'manual' });
}

async function landing(values: Values = {}, answer: Answer = {}): Promise<URL> {
  const response = await answerDialog(values, answer);
  expect(response.status).toBe(302);
  return new URL(response.headers.get('location') ?? '');
}

function redeem(code: string, values: Values = {}): Promise<Answered> {
  const { app } = tester.ready;
  const search = new URLSearchParams({
    client_id: app.id,
    client_secret: app.secret,
    redirect_uri: back,
    code,
    ...values,
  });
  return tester.get(`/oauth/access_token?${search.toString()}`);
}

function lengthen(token: string): Promise<Answered> {
  const { app } = tester.ready;
  return tester.get(
    `/oauth/access_token?grant_type=fb_exchange_token&client_id=${app.id}&client_secret=${app.secret}&fb_exchange_token=${token}`,
  );
}

async function logIn(answer: Answer = {}, values: Values = {}): Promise<string> {
  const { searchParams } = await landing(values, answer);
  return dig((await redeem(searchParams.get('code') ?? '')).body, 'access_token');
}

test('shows Pages and permissions, escaped, under a policy that runs nothing', async () => {
  const response = await openDialog();
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html).toContain('La Serre');
  expect(html).toContain('@laserre.lyon');
  expect(html).toContain('Publish and change posts of your Pages');
  expect(html).not.toContain('s"1');
  expect(formFields(html).get('state')).toBe('s"1&<x>');
  expect(formFields(html).getAll('permission')).toEqual([
    'pages_show_list',
    'pages_manage_posts',
    'instagram_basic',
  ]);
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("form-action 'self' http://127.0.0.1:4999;");
  expect(policy).not.toContain('unsafe');
  expect(await (await openDialog({}, 'fr-FR,fr')).text()).toContain('Autoriser');
});

test('a yes leads back with a code and the state, and the code opens a token', async () => {
  const url = await landing();
  expect(`${url.origin}${url.pathname}`).toBe(back);
  expect(url.searchParams.get('state')).toBe('s"1&<x>');
  const answer = await redeem(url.searchParams.get('code') ?? '');
  expect(answer.body).toMatchObject({ token_type: 'bearer', expires_in: 5400 });
  const me = await tester.get('/me', dig(answer.body, 'access_token'));
  expect(dig(me.body, 'id')).toBe(tester.ready.user.id);
});

test('a no leads back with the reason and the state', async () => {
  const url = await landing({}, { decision: 'deny' });
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    error: 'access_denied',
    error_reason: 'user_denied',
    state: 's"1&<x>',
  });
  expect(url.searchParams.has('code')).toBe(false);
});

test('a token comes in the fragment when it is asked for', async () => {
  const url = await landing(
    { response_type: 'token', return_scopes: 'true' },
    { without: ['instagram_basic'] },
  );
  expect(url.search).toBe('');
  const fragment = new URLSearchParams(url.hash.slice(1));
  expect(fragment.get('state')).toBe('s"1&<x>');
  expect(fragment.get('expires_in')).toBe('5400');
  expect(Number(fragment.get('data_access_expiration_time'))).toBeGreaterThan(1_700_000_000);
  expect(fragment.get('granted_scopes')).toBe('public_profile,pages_show_list,pages_manage_posts');
  expect(fragment.get('denied_scopes')).toBe('instagram_basic');
  const me = await tester.get('/me', fragment.get('access_token') ?? '');
  expect(me.status).toBe(200);
});

test.each([
  ['an unknown app', { client_id: '1' }, 'app id'],
  ['another computer', { redirect_uri: 'https://evil.example/' }, 'return address'],
  ['a name that only begins alike', { redirect_uri: 'http://127.0.0.1.evil.example/' }, 'return'],
  ['a script', { redirect_uri: 'javascript:alert(1)' }, 'return address'],
  ['a name and password', { redirect_uri: 'http://a:b@localhost/' }, 'return address'],
  ['no address', { redirect_uri: '' }, 'return address'],
  ['a wish that is none', { response_type: 'cookie' }, 'response type'],
  ['an unknown permission', { scope: 'pages_eat<b>' }, 'pages_eat&lt;b&gt;'],
])('refuses %s without leading anywhere', async (_name, values: Values, sentence) => {
  const response = await openDialog(values);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain(sentence);
});

test('leads to an address of the app once it is allowed, and to its own last page', async () => {
  const own = 'app.example://login';
  expect((await openDialog({ redirect_uri: own })).status).toBe(400);
  await tester.control('/settings', { redirectUris: 'x://, app.example://' });
  expect((await landing({ redirect_uri: own })).href).toMatch(/^app\.example:\/\/login\?/);
  const last = `${tester.ready.url}/connect/login_success.html`;
  const url = await landing({ redirect_uri: last, response_type: 'token' });
  expect(url.href).toContain(`${last}#access_token=`);
  expect(await (await fetch(last)).text()).toContain('Do not copy');
});

test('takes no form that it did not make itself', async () => {
  const response = await answerDialog({}, { key: 'x'.repeat(43) });
  expect(response.status).toBe(403);
  expect(response.headers.get('location')).toBeNull();
});

test('a code works once, for its own address, and for ten minutes', async () => {
  const first = (await landing()).searchParams.get('code') ?? '';
  expect((await redeem(first, { redirect_uri: `${back}2` })).body).toMatchObject({
    error: { code: 100, error_subcode: 36008 },
  });
  expect((await redeem(first)).status).toBe(200);
  expect((await redeem(first)).body).toMatchObject({ error: { error_subcode: 36009 } });
  const second = (await landing()).searchParams.get('code') ?? '';
  await tester.advance(10 * 60_000);
  expect((await redeem(second)).body).toMatchObject({ error: { error_subcode: 36007 } });
  expect((await redeem(second, { client_secret: 'wrong' })).body).toMatchObject({
    error: { code: 1, message: 'Error validating client secret.' },
  });
  expect((await redeem(second, { client_id: '7' })).body).toMatchObject({ error: { code: 101 } });
  expect((await redeem('nothing')).body).toMatchObject({ error: { code: 100 } });
});

test('a short token ends after hours and its Page token with it; a long one leaves it alive', async () => {
  const { page } = tester.ready;
  const short = await logIn();
  const long = dig((await lengthen(short)).body, 'access_token');
  const pageToken = async (token: string): Promise<string> =>
    dig(
      (await tester.get('/me/accounts?fields=access_token', token)).body,
      'data',
      0,
      'access_token',
    );
  const [ofShort, ofLong] = [await pageToken(short), await pageToken(long)];
  expect(new Set([ofShort, ofLong, page.token]).size).toBe(3);
  expect(await pageToken(short)).toBe(ofShort);
  await tester.advance(2 * 3_600_000);
  for (const token of [short, ofShort]) {
    const dead = await tester.get('/me', token);
    expect(dead.body).toMatchObject({ error: { code: 190, error_subcode: 463 } });
  }
  expect((await lengthen(short)).body).toMatchObject({ error: { code: 190, error_subcode: 463 } });
  await tester.advance(61 * 86_400_000);
  expect((await tester.get('/me', long)).status).toBe(401);
  expect(dig((await tester.get('/me', ofLong)).body, 'id')).toBe(page.id);
});

test('tells of a token when it ends and what it may', async () => {
  const token = await logIn({ without: ['pages_manage_posts'] });
  const { body } = await tester.get(`/debug_token?input_token=${token}`, token);
  const now = Date.parse(dig(await tester.control('/clock'), 'now')) / 1000;
  expect(body).toMatchObject({
    data: { type: 'USER', is_valid: true, user_id: tester.ready.user.id },
  });
  expect(Number(dig(body, 'data', 'expires_at')) - now).toBeGreaterThan(5300);
  expect(Number(dig(body, 'data', 'data_access_expires_at')) - now).toBeGreaterThan(89 * 86_400);
  const scopes = (body as { data: { scopes: string[] } }).data.scopes;
  expect(scopes).toContain('pages_show_list');
  expect(scopes).not.toContain('pages_manage_posts');
  await tester.advance(2 * 3_600_000);
  const later = await tester.get(`/debug_token?input_token=${token}`, tester.ready.user.token);
  expect(later.body).toMatchObject({
    data: { is_valid: false, error: { code: 190, subcode: 463 }, scopes: [] },
  });
});

test('a Page left out is missing from the list, and its old token may nothing', async () => {
  const { page, user } = tester.ready;
  const token = await logIn({ without: [page.id] });
  expect((await tester.get('/me/accounts', token)).body).toEqual({ data: [] });
  const read = await tester.get(`/${page.id}?fields=name,access_token`, token);
  expect(read.body).toEqual({ id: page.id, name: page.name });
  const { body } = await tester.get(`/debug_token?input_token=${token}`, user.token);
  expect(body).toMatchObject({
    data: {
      granular_scopes: expect.arrayContaining([
        { scope: 'pages_show_list', target_ids: [] },
      ]) as unknown,
    },
  });
  expect((await tester.post(`/${page.id}/feed`, { message: 'x' })).body).toMatchObject({
    error: { code: 200 },
  });
  await logIn();
  expect((await tester.post(`/${page.id}/feed`, { message: 'x' })).status).toBe(200);
});

test('a permission that was unticked is declined and refused', async () => {
  const token = await logIn({ without: ['pages_manage_posts'] });
  const declined = await tester.get('/me/permissions?status=declined', token);
  expect(declined.body).toMatchObject({
    data: [{ permission: 'pages_manage_posts', status: 'declined' }],
  });
  const posted = await tester.post(`/${tester.ready.page.id}/feed`, { message: 'x' });
  expect(posted.body).toMatchObject({ error: { code: 200 } });
  const one = await tester.get('/me/permissions?permission=instagram_basic', token);
  expect(one.body).toMatchObject({ data: [{ status: 'granted' }] });
});

test('a person takes one permission back, then the whole app', async () => {
  const { user } = tester.ready;
  const one = await tester.del('/me/permissions/pages_messaging', user.token);
  expect(one.body).toEqual({ success: true });
  const left = await tester.get('/me/permissions?permission=pages_messaging', user.token);
  expect(left.body).toMatchObject({ data: [{ status: 'declined' }] });
  expect((await tester.del('/me/permissions/nonsense', user.token)).body).toMatchObject({
    error: { code: 100 },
  });
  expect((await tester.get('/me/permissions/nonsense', user.token)).body).toMatchObject({
    error: { code: 2500 },
  });
  expect((await tester.del('/me/permissions', user.token)).body).toEqual({ success: true });
  for (const token of [user.token, tester.ready.page.token]) {
    const dead = await tester.get('/me', token);
    expect(dead.body).toMatchObject({ error: { code: 190, error_subcode: 458 } });
  }
  expect((await tester.get('/me', await logIn())).status).toBe(200);
});

test('access to data lapses 90 days after the last login, the token lives on', async () => {
  const { page } = tester.ready;
  const long = dig((await lengthen(await logIn())).body, 'access_token');
  const list = await tester.get('/me/accounts?fields=access_token', long);
  const pageToken = dig(list.body, 'data', 0, 'access_token');
  const read = async (): Promise<Answered> => tester.get(`/${page.id}/published_posts`, pageToken);
  expect((await read()).status).toBe(200);
  await tester.advance(91 * 86_400_000);
  expect((await read()).body).toMatchObject({ error: { code: 10 } });
  expect((await tester.get('/me', pageToken)).status).toBe(200);
  await logIn();
  expect((await read()).status).toBe(200);
});

test('the app has a token of its own, and no secret or code enters the journal', async () => {
  const { app } = tester.ready;
  const answer = await tester.post('/oauth/access_token', {
    grant_type: 'client_credentials',
    client_id: app.id,
    client_secret: app.secret,
  });
  expect(dig(answer.body, 'access_token')).toBe(`${app.id}|${app.secret}`);
  const { searchParams } = await landing();
  const code = searchParams.get('code') ?? '';
  const token = dig((await redeem(code)).body, 'access_token');
  const own = await tester.get(`/debug_token?input_token=${app.id}|${app.secret}`, token);
  expect(own.body).toMatchObject({ data: { type: 'APP', is_valid: true } });
  const journal = JSON.stringify(await tester.control('/journal'));
  expect(journal).toContain('/oauth/access_token');
  for (const secret of [app.secret, code, token]) expect(journal).not.toContain(secret);
});
