import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dig, openTester, type Tester } from '../testing/open-tester.ts';

let tester: Tester;
beforeEach(async () => {
  tester = await openTester();
});
afterEach(() => tester.close());

async function page(
  path: string,
  language = 'en',
): Promise<{ status: number; html: string; headers: Headers }> {
  const response = await fetch(`${tester.ready.url}${path}`, {
    headers: { 'accept-language': language },
  });
  return { status: response.status, html: await response.text(), headers: response.headers };
}

test('every page says in both languages that it is practice', async () => {
  const { url, page: account } = tester.ready;
  for (const path of ['/', `/pages/${account.id}`, '/p/1']) {
    const { html } = await page(path);
    expect(html).toContain('Nothing here is on Facebook or Instagram');
    expect(html).toContain('Rien de tout cela n’est sur Facebook ni Instagram');
  }
  expect((await page('/', 'fr-FR,fr;q=0.9')).html).toContain('<html lang="fr">');
  expect((await page('/')).html).toContain(`/pages/${account.id}`);
  expect(url).toMatch(/^http:\/\/127/);
});

test('permalinks of both networks lead to the post with its picture, words and comments', async () => {
  const photo = await tester.photo({ alt_text_custom: 'A green plant' });
  const made = await tester.post('/me/feed', {
    message: 'Pothos',
    attached_media: [{ media_fbid: photo }],
  });
  const media = await tester.media({ caption: 'Fern', alt_text: 'A fern' });
  const read = await tester.get(`/${dig(made.body, 'id')}?fields=permalink_url`);
  const readMedia = await tester.get(`/${media}?fields=permalink`);
  await tester.control('/comments', { object: media, message: 'Lovely', from: 'eva' });
  for (const [address, words, alt] of [
    [dig(read.body, 'permalink_url'), 'Pothos', 'A green plant'],
    [dig(readMedia.body, 'permalink'), 'Fern', 'A fern'],
  ] as const) {
    const { status, html } = await page(new URL(address).pathname);
    expect(status).toBe(200);
    expect(html).toContain(words);
    expect(html).toContain(`alt="${alt}"`);
    const [, source = ''] = /<img src="([^"]+)"/.exec(html) ?? [];
    const picture = await fetch(tester.ready.url + source.replaceAll('&amp;', '&'));
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
  }
  expect((await page(`/p/${media}`)).html).toContain('Lovely');
});

test('what is hidden, gone or unknown is not shown', async () => {
  const hidden = dig(
    (await tester.post('/me/feed', { message: 'secret plan', published: false })).body,
    'id',
  );
  const gone = await tester.visiblePost('short life');
  await tester.del(`/${gone}`);
  for (const id of [hidden, gone, '123', 'x', '..%2f..']) {
    const { status, html } = await page(`/p/${id}`);
    expect(status).toBe(404);
    expect(html).not.toMatch(/secret plan|short life/);
  }
  expect((await page(`/pages/${tester.ready.page.id}`)).html).not.toMatch(/secret plan|short life/);
});

test('words stay words under a strict policy', async () => {
  const evil = '<script>alert(1)</script><img src=x onerror="alert(1)">&amp;';
  const id = await tester.visiblePost(evil);
  await tester.control('/comments', { object: id, message: evil, from: evil });
  const { html, headers } = await page(`/p/${id}`);
  expect(html).not.toContain('<script');
  expect(html).not.toContain('<img src=x');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  for (const [, text = ''] of html.matchAll(/<style>([\s\S]*?)<\/style>/g))
    expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  expect(policy).not.toContain('unsafe');
  expect(html).not.toMatch(/style="/);
});

test('tagged products are named, priced and marked where they are', async () => {
  const { catalogue, user } = tester.ready;
  const item = { retailer_id: 'S', name: 'Clay pot', price: 1290, currency: 'EUR' };
  const made = await tester.post(`/${catalogue.id}/products`, item, user.token);
  await tester.control('/products/review', { retailerId: 'S', status: 'approved' });
  const media = await tester.media({
    product_tags: [{ product_id: dig(made.body, 'id'), x: 0.25, y: 0.75 }],
  });
  const { html, headers } = await page(`/p/${media}`);
  expect(html).toContain('Clay pot<b>€12.90</b>');
  expect((await page(`/p/${media}`, 'fr')).html).toContain('Clay pot<b>12,90\u00a0€</b>');
  const [rule = ''] = /\[id="t\d+-0"\]\{left:25%;top:75%\}/.exec(html) ?? [];
  expect(rule).not.toBe('');
  const hash = createHash('sha256').update(rule).digest('base64');
  expect(headers.get('content-security-policy')).toContain(hash);
});

test('a story has its page too, and accounts have faces', async () => {
  const photo = await tester.photo();
  const made = await tester.post('/me/photo_stories', { photo_id: photo });
  expect((await page(`/p/${dig(made.body, 'post_id')}`)).html).toContain('Story');
  const face = await page(`/faces/${tester.ready.instagram.id}`);
  expect(face.headers.get('content-type')).toBe('image/svg+xml');
});

test('players may ask for a piece of a file', async () => {
  const address = await tester.imageUrl();
  const piece = await fetch(address, { headers: { range: 'bytes=2-5' } });
  expect([piece.status, piece.headers.get('content-range')?.startsWith('bytes 2-5/')]).toEqual([
    206,
    true,
  ]);
  expect((await piece.arrayBuffer()).byteLength).toBe(4);
  expect((await fetch(address, { headers: { range: 'bytes=99999999-' } })).status).toBe(416);
});
