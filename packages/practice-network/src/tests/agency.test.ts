import { afterEach, beforeEach, expect, test } from 'vitest';
import { dig, openTester, type Tester } from '../testing/open-tester.ts';

let tester: Tester;
beforeEach(async () => {
  tester = await openTester({ world: 'agency' });
});
afterEach(() => tester.close());

interface Row {
  id: string;
  name: string;
  access_token?: string;
  instagram_business_account?: { id: string };
  connected_instagram_account?: { username: string };
  tasks: string[];
  is_published: boolean;
}

const pageFields =
  'id,name,access_token,tasks,is_published,instagram_business_account{id},connected_instagram_account{username}';

async function rows(path: string): Promise<Row[]> {
  const { body } = await tester.get(path, tester.ready.user.token);
  return (body as { data: Row[] }).data;
}

/** All Pages by name, found as a client finds them. */
async function discover(): Promise<Map<string, Row>> {
  const found = await rows(`/me/accounts?fields=${pageFields}`);
  for (const business of await rows('/me/businesses?fields=id,name')) {
    for (const edge of ['owned_pages', 'client_pages'])
      found.push(...(await rows(`/${business.id}/${edge}?fields=${pageFields}`)));
  }
  return new Map(found.toReversed().map((row) => [row.name, row]));
}

async function pageCalled(name: string): Promise<Row> {
  const row = (await discover()).get(name);
  if (row === undefined) throw new Error(`no Page ${name}`);
  return row;
}

async function tokenOf(name: string): Promise<string> {
  const { id } = await pageCalled(name);
  const { body } = await tester.get(`/${id}?fields=access_token`, tester.ready.user.token);
  return dig(body, 'access_token');
}

test('Pages are found through businesses that the list of accounts lacks', async () => {
  const listed = (await rows('/me/accounts?fields=id,name,tasks')).map((row) => row.name);
  expect(listed).toEqual([
    'La Serre',
    'Les Bougies de Manon',
    'Le Fournil des Halles',
    'Nour Céramique',
    'Maison Ocre',
  ]);
  expect([...(await discover()).keys()].toSorted()).toEqual(
    [...listed, 'Papier Plume', 'Vélo Bleu'].toSorted(),
  );
});

test('a Page found through a business gives its token when it is asked itself', async () => {
  const { id, access_token: token } = await pageCalled('Papier Plume');
  expect(token).toBeUndefined();
  const posted = await tester.post(`/${id}/feed`, { message: 'x' }, await tokenOf('Papier Plume'));
  expect(posted.status).toBe(200);
});

test('each Page shows what it lacks', async () => {
  const pages = await discover();
  expect(pages.get('Les Bougies de Manon')?.instagram_business_account).toBeUndefined();
  const fournil = pages.get('Le Fournil des Halles');
  expect(fournil?.is_published).toBe(false);
  expect(fournil?.instagram_business_account).toBeUndefined();
  expect(fournil?.connected_instagram_account?.username).toBe('fournil.halles');
  expect(pages.get('Maison Ocre')?.tasks).not.toContain('CREATE_CONTENT');
  expect(pages.get('Vélo Bleu')?.tasks).toEqual([]);
  expect(await tokenOf('Vélo Bleu')).toBe('');
});

test.each([
  ['La Serre', true, 1],
  ['Papier Plume', false, 0],
  ['Nour Céramique', false, 0],
  ['Maison Ocre', true, 1],
])('the account of %s may tag products: %s', async (name, eligible, catalogues) => {
  const { user } = tester.ready;
  const igId = (await pageCalled(name)).instagram_business_account?.id ?? '';
  const fields = 'shopping_product_tag_eligibility,shopping_review_status';
  const { body } = await tester.get(`/${igId}?fields=${fields}`, user.token);
  expect(body).toMatchObject({ shopping_product_tag_eligibility: eligible });
  expect(dig(body, 'shopping_review_status')).toBe(eligible ? 'approved' : '');
  expect(await rows(`/${igId}/available_catalogs`)).toHaveLength(catalogues);
});

test('a creator tags no products, whatever the product', async () => {
  const igId = (await pageCalled('Nour Céramique')).instagram_business_account?.id ?? '';
  const values = {
    image_url: await tester.imageUrl(),
    product_tags: [{ product_id: '1', x: 0.5, y: 0.5 }],
  };
  const refused = await tester.post(`/${igId}/media`, values, tester.ready.user.token);
  expect(refused.body).toMatchObject({
    error: { code: 100, message: expect.stringContaining('business accounts only') as string },
  });
});

test('without the task nothing is published or moderated', async () => {
  const { id, instagram_business_account: account } = await pageCalled('Maison Ocre');
  const token = await tokenOf('Maison Ocre');
  for (const [path, values] of [
    [`/${id}/feed`, { message: 'x' }],
    [`/${account?.id}/media`, { image_url: await tester.imageUrl() }],
  ] as const) {
    const refused = await tester.post(path, values, token);
    expect(refused.body).toMatchObject({
      error: { code: 200, message: expect.stringContaining('CREATE_CONTENT') as string },
    });
  }
  expect((await tester.get(`/${id}/published_posts`, token)).status).toBe(200);
  expect(await tester.ledger()).toEqual([]);
});

test('the token of one Page opens no other', async () => {
  const other = await tokenOf('Les Bougies de Manon');
  const { page, instagram } = tester.ready;
  const postId = await tester.visiblePost();
  const mediaId = await tester.media();
  const comment = await tester.post(`/${postId}/comments`, { message: 'x' });
  for (const id of [postId, dig(comment.body, 'id'), instagram.id, mediaId]) {
    const refused = await tester.get(`/${id}`, other);
    expect(refused.body).toMatchObject({ error: { code: 100, error_subcode: 33 } });
  }
  const posts = await tester.get(`/${page.id}/published_posts`, other);
  expect(posts.body).toMatchObject({ error: { code: 100, error_subcode: 33 } });
  expect((await tester.del(`/${postId}`, other)).status).toBe(400);
  const face = await tester.get(`/${page.id}?fields=name,access_token`, other);
  expect(face.body).toEqual({ id: page.id, name: 'La Serre' });
});

test('businesses want their permission, a user token and known names', async () => {
  const { user, page } = tester.ready;
  const [business] = await rows('/me/businesses?fields=id,name');
  const accounts = await rows(`/${business?.id}/owned_instagram_accounts?fields=id,username`);
  expect(accounts).toMatchObject([{ id: tester.ready.instagram.id, username: 'laserre.lyon' }]);
  const catalogues = await rows(`/${business?.id}/owned_product_catalogs?fields=id,name`);
  expect(catalogues).toMatchObject([{ id: tester.ready.catalogue.id }]);
  const path = `/${business?.id}/owned_pages`;
  expect((await tester.get(path, page.token)).body).toMatchObject({ error: { code: 200 } });
  for (const [wrong, code] of [
    [`${path}?fields=sausages`, 100],
    [`${path}?colour=red`, 100],
    [`/${business?.id}/rented_pages`, 2500],
  ] as const)
    expect((await tester.get(wrong, user.token)).body).toMatchObject({ error: { code } });
  await tester.control('/permissions', { permission: 'business_management', granted: false });
  expect((await tester.get('/me/businesses', user.token)).body).toMatchObject({
    error: { code: 200, message: expect.stringContaining('business_management') as string },
  });
});

test('a world of one shop has no businesses', async () => {
  const shop = await openTester();
  try {
    expect((await shop.get('/me/businesses', shop.ready.user.token)).body).toEqual({ data: [] });
    const { body } = await shop.get('/me/accounts', shop.ready.user.token);
    expect((body as { data: unknown[] }).data).toHaveLength(1);
  } finally {
    await shop.close();
  }
});
