import { afterEach, beforeEach, expect, test } from 'vitest';
import { dig, openTester, type Tester } from '../testing/open-tester.ts';

let tester: Tester;
beforeEach(async () => {
  tester = await openTester();
});
afterEach(() => tester.close());

test('a person finds the Page, its token and its Instagram account', async () => {
  const { user, page, instagram } = tester.ready;
  const { body } = await tester.get(
    '/me/accounts?fields=id,name,access_token,tasks,instagram_business_account{id,username}',
    user.token,
  );
  expect(body).toMatchObject({
    data: [
      {
        id: page.id,
        name: page.name,
        access_token: page.token,
        instagram_business_account: { id: instagram.id, username: instagram.username },
      },
    ],
  });
});

test('me is whoever the token speaks for', async () => {
  const { user, page } = tester.ready;
  expect((await tester.get('/me?fields=id,name')).body).toEqual({ id: page.id, name: page.name });
  expect((await tester.get('/me', user.token)).body).toMatchObject({ id: user.id });
});

test('permissions are listed, and refused by name once withdrawn', async () => {
  const { page, user } = tester.ready;
  await tester.control('/permissions', { permission: 'pages_manage_posts', granted: false });
  const listed = await tester.get('/me/permissions', user.token);
  expect(listed.body).toMatchObject({
    data: expect.arrayContaining([
      { permission: 'pages_manage_posts', status: 'declined' },
      { permission: 'instagram_basic', status: 'granted' },
    ]) as unknown,
  });
  const refused = await tester.post(`/${page.id}/feed`, { message: 'x' });
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({
    error: { code: 200, message: expect.stringContaining('pages_manage_posts') as string },
  });
  await tester.control('/permissions', { permission: 'pages_manage_posts', granted: true });
  expect((await tester.post(`/${page.id}/feed`, { message: 'x' })).status).toBe(200);
});

test.each([458, 459, 460, 463, 464, 467, 490, 492])(
  'a token that ended with %i says so',
  async (subcode) => {
    await tester.control('/tokens/expire', { page: true, subcode });
    const answer = await tester.get('/me');
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ error: { code: 190, error_subcode: subcode } });
    expect(answer.headers.get('www-authenticate')).toMatch(
      /^OAuth "Facebook Platform" "invalid_token"/,
    );
    await tester.control('/tokens/restore', { page: true });
    expect((await tester.get('/me')).status).toBe(200);
  },
);

test('only the named token ends', async () => {
  await tester.control('/tokens/expire', { user: true, subcode: 460 });
  expect((await tester.get('/me', tester.ready.user.token)).status).toBe(401);
  expect((await tester.get('/me')).status).toBe(200);
});

test('the user token lapses after sixty days, the Page token stays', async () => {
  await tester.advance(61 * 86_400_000);
  const lapsed = await tester.get('/me', tester.ready.user.token);
  expect(lapsed.body).toMatchObject({ error: { code: 190, error_subcode: 463 } });
  expect((await tester.get('/me')).status).toBe(200);
});

test('tells what a token is, also of a dead one, with status 200', async () => {
  const { page, user, app } = tester.ready;
  const address = `/debug_token?input_token=${page.token}`;
  expect((await tester.get(address, user.token)).body).toMatchObject({
    data: { app_id: app.id, type: 'PAGE', is_valid: true, expires_at: 0, profile_id: page.id },
  });
  await tester.control('/tokens/expire', { page: true, subcode: 467 });
  const dead = await tester.get(address, user.token);
  expect(dead.status).toBe(200);
  expect(dead.body).toMatchObject({
    data: { is_valid: false, error: { code: 190, subcode: 467 } },
  });
});

test('exchanges a user token with the secret only', async () => {
  const { app, user } = tester.ready;
  const address = (secret: string): string =>
    `/oauth/access_token?grant_type=fb_exchange_token&client_id=${app.id}&client_secret=${secret}&fb_exchange_token=${user.token}`;
  const exchanged = await tester.get(address(app.secret));
  expect(exchanged.body).toMatchObject({ token_type: 'bearer', expires_in: 5_184_000 });
  expect(dig((await tester.get('/me', dig(exchanged.body, 'access_token'))).body, 'id')).toBe(
    user.id,
  );
  expect((await tester.get(address('wrong'))).status).toBe(400);
});

test('a user token may not publish on the Page, a Page token may not touch the catalogue', async () => {
  const { page, user, catalogue } = tester.ready;
  const posted = await tester.post(`/${page.id}/feed`, { message: 'x' }, user.token);
  expect(posted.body).toMatchObject({
    error: { code: 200, message: expect.stringContaining('as the page itself') as string },
  });
  const products = await tester.get(`/${catalogue.id}/products`);
  expect(products.body).toMatchObject({ error: { code: 200 } });
  expect(await tester.ledger()).toEqual([]);
});

test('without any token the call is unreadable', async () => {
  const response = await fetch(`${tester.ready.url}/me`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code: 2500 } });
});

test('ids and tokens differ between worlds, ids follow the seed of the counters', async () => {
  const other = await openTester();
  expect(other.ready.page.id).toBe(tester.ready.page.id);
  expect(other.ready.page.token).not.toBe(tester.ready.page.token);
  expect(other.ready.token).not.toBe(tester.ready.token);
  await other.close();
});
