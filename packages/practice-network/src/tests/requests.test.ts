import { afterAll, beforeAll, expect, test } from 'vitest';
import { dig, openTester, type Tester } from '../testing/open-tester.ts';

let tester: Tester;
let photoNumber = 0;
beforeAll(async () => {
  tester = await openTester();
});
afterAll(() => tester.close());

async function raw(
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${tester.ready.url}${path}`, init);
  return { status: response.status, body: await response.json() };
}

test.each(['/v26.0/me', '/v21.0/me', '/me', '//v26.0//me', '/v19.0/me/'])(
  '%s is the same path',
  async (path) => {
    const headers = { authorization: `Bearer ${tester.ready.page.token}` };
    expect(dig((await raw(path, { headers })).body, 'id')).toBe(tester.ready.page.id);
  },
);

test('the token may stand in the query, the form, JSON or either header', async () => {
  const { page } = tester.ready;
  const path = `/v26.0/${page.id}/feed`;
  const hidden = { message: 'x', published: 'false' };
  const sent: [string, RequestInit][] = [
    [`${path}?access_token=${page.token}`, { body: new URLSearchParams(hidden) }],
    [path, { body: new URLSearchParams({ ...hidden, access_token: page.token }) }],
    [
      path,
      {
        body: JSON.stringify({ ...hidden, published: false, access_token: page.token }),
        headers: { 'content-type': 'application/json' },
      },
    ],
    [
      path,
      { body: new URLSearchParams(hidden), headers: { authorization: `OAuth ${page.token}` } },
    ],
    [`${path}?message=x&published=false&access_token=${page.token}`, {}],
  ];
  for (const [address, init] of sent) {
    const { status } = await raw(address, { method: 'POST', ...init });
    expect(status).toBe(200);
  }
  expect(await tester.ledger()).toEqual([]);
});

test('the header wins over the query', async () => {
  const headers = { authorization: `Bearer ${tester.ready.page.token}` };
  const { body } = await raw(`/me?access_token=${tester.ready.user.token}`, { headers });
  expect(dig(body, 'id')).toBe(tester.ready.page.id);
});

test.each(['form', 'json-text', 'json', 'multipart'] as const)(
  'attached media are taken as %s',
  async (way) => {
    photoNumber += 1;
    const id = await tester.photo({ message: String(photoNumber) });
    const path = `/v26.0/${tester.ready.page.id}/feed`;
    const list = [{ media_fbid: id }];
    const form = new FormData();
    form.set('attached_media', JSON.stringify(list));
    form.set('published', 'false');
    const bodies = {
      form: new URLSearchParams({
        'attached_media[0]': JSON.stringify(list[0]),
        published: 'false',
      }),
      'json-text': new URLSearchParams({
        attached_media: JSON.stringify(list),
        published: 'false',
      }),
      json: JSON.stringify({ attached_media: list, published: false }),
      multipart: form,
    };
    const headers: Record<string, string> = {
      authorization: `Bearer ${tester.ready.page.token}`,
      ...(way === 'json' ? { 'content-type': 'application/json' } : {}),
    };
    const made = await raw(path, { method: 'POST', body: bodies[way], headers });
    expect(made.status).toBe(200);
    const read = await tester.get(`/${dig(made.body, 'id')}?fields=attachments{target{id}}`);
    expect(dig(read.body, 'attachments', 'data', 0, 'target', 'id')).toBe(id);
  },
);

test('a POST may say that it deletes', async () => {
  const id = await tester.visiblePost();
  const { page } = tester.ready;
  const body = new URLSearchParams({ method: 'delete', access_token: page.token, id });
  expect((await raw(`/${id}`, { method: 'POST', body })).body).toEqual({ success: true });
  expect((await tester.get(`/${id}`)).body).toMatchObject({
    error: { code: 100, error_subcode: 33 },
  });
  expect((await tester.del(`/${id}`)).body).toMatchObject({ error: { error_subcode: 33 } });
});

test('removed features are heard and ignored', async () => {
  const headers = { authorization: `Bearer ${tester.ready.page.token}`, 'if-none-match': '"x"' };
  const { status, body } = await raw('/me?ids=1,2&pretty=1&debug=all&date_format=U', { headers });
  expect(status).toBe(200);
  expect(dig(body, 'id')).toBe(tester.ready.page.id);
});

test('an unknown field, parameter, edge, alias and id are each refused in their own way', async () => {
  const { page } = tester.ready;
  expect((await tester.get('/me?fields=id,shoe_size')).body).toMatchObject({
    error: {
      code: 100,
      message: '(#100) Tried accessing nonexisting field (shoe_size) on node type (Page)',
    },
  });
  expect((await tester.post(`/${page.id}/feed`, { message: 'x', colour: 1 })).body).toMatchObject({
    error: { code: 100, error_data: { blame_field_specs: [['colour']] } },
  });
  expect((await tester.get('/me/shoes')).body).toMatchObject({ error: { code: 2500 } });
  expect((await tester.post('/me/shoes')).body).toMatchObject({ error: { code: 2500 } });
  expect((await tester.get('/nonsense')).body).toMatchObject({ error: { code: 803 } });
  expect((await tester.get('/999999')).body).toMatchObject({
    error: { code: 100, error_subcode: 33 },
  });
  expect((await tester.get('/me/feed?fields=id{')).body).toMatchObject({ error: { code: 2500 } });
  expect(await tester.ledger()).not.toContainEqual(expect.objectContaining({ text: 'x' }));
});

test('fields that are on the list but hold nothing are left out', async () => {
  const { status, body } = await tester.get('/me?fields=id,about,birthday');
  expect(status).toBe(200);
  expect(body).toEqual({ id: tester.ready.page.id });
});

test('`fields` on a writing call reads the new thing back', async () => {
  const { page } = tester.ready;
  const { body } = await tester.post(`/${page.id}/feed?fields=id,permalink_url,is_published`, {
    message: 'read back',
  });
  expect(body).toMatchObject({
    is_published: true,
    permalink_url: `${tester.ready.url}/p/${dig(body, 'id')}`,
  });
});

test('every refusal has a trace id and every answer the version that served it', async () => {
  const refused = await tester.get('/me?fields=nope');
  expect(dig(refused.body, 'error', 'fbtrace_id')).toMatch(/^A[\w-]{16}$/);
  expect(refused.headers.get('facebook-api-version')).toBe('v26.0');
});

test('usage headers come after the tenth call and count on', async () => {
  const fresh = await openTester({ settings: { callBudget: 100 } });
  const first = await fresh.get('/me');
  expect(first.headers.get('x-app-usage')).toBeNull();
  for (let n = 0; n < 20; n += 1) await fresh.get('/me');
  const later = await fresh.get('/me');
  expect(JSON.parse(later.headers.get('x-app-usage') ?? '{}')).toMatchObject({ call_count: 22 });
  expect(JSON.parse(later.headers.get('x-page-usage') ?? '{}')).toMatchObject({ call_count: 22 });
  const business = later.headers.get('x-business-use-case-usage') ?? '{}';
  expect(JSON.parse(business)).toEqual({
    [fresh.ready.page.id]: [
      expect.objectContaining({ type: 'pages', estimated_time_to_regain_access: 0 }),
    ],
  });
  await fresh.close();
});

test('a foreign host name is refused', async () => {
  const { url } = tester.ready;
  const { request } = await import('node:http');
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const asked = request(`${url}/me`, { headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    asked.end();
  });
  expect(status).toBe(403);
});

test('broken bodies are refused with an envelope', async () => {
  const headers = {
    authorization: `Bearer ${tester.ready.page.token}`,
    'content-type': 'application/json',
  };
  const path = `/${tester.ready.page.id}/feed`;
  expect((await raw(path, { method: 'POST', headers, body: '{"message":' })).body).toMatchObject({
    error: { code: 100 },
  });
  const multipart = { ...headers, 'content-type': 'multipart/form-data; boundary=X' };
  expect(
    (await raw(path, { method: 'POST', headers: multipart, body: '--X\r\nnonsense' })).body,
  ).toMatchObject({
    error: { code: 100 },
  });
});
