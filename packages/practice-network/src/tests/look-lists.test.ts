import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeClip } from '../testing/make-clip.ts';
import { blob, dig, openTester, type Tester } from '../testing/open-tester.ts';

let tester: Tester;
beforeEach(async () => {
  tester = await openTester({ settings: { processing: 'fast' } });
});
afterEach(() => tester.close());

async function page(path: string, language = 'en'): Promise<string> {
  const headers = { 'accept-language': language };
  return (await fetch(tester.ready.url + path, { headers })).text();
}

function hrefs(html: string, word: string): string[] {
  const links = [...html.matchAll(/<a [^>]*>/g)].filter(([tag]) => tag.includes(word));
  return links.map(([tag]) => /href="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? '');
}

/** The posts of a feed by their words. */
function words(html: string): string[] {
  return [...html.matchAll(/<p class="words[^"]*">([^<]*)/g)].map(([, text = '']) => text);
}

test('a feed goes down and up again, and ends at both ends', async () => {
  const account = `/pages/${tester.ready.page.id}`;
  for (let n = 1; n <= 45; n += 1) await tester.visiblePost(`post ${n}`);
  const all = Array.from({ length: 45 }, (_, n) => `post ${45 - n}`);
  const first = await page(account);
  expect(words(first)).toEqual(all.slice(0, 20));
  expect(hrefs(first, 'newer')).toEqual([]);
  const second = await page(hrefs(first, 'older')[0] ?? '');
  expect(words(second)).toEqual(all.slice(20, 40));
  const third = await page(hrefs(second, 'older')[0] ?? '');
  expect(words(third)).toEqual(all.slice(40));
  expect(hrefs(third, 'older')).toEqual([]);
  const back = await page(hrefs(third, 'newer')[0] ?? '');
  expect(words(back)).toEqual(all.slice(20, 40));
  const top = await page(hrefs(back, 'newer')[0] ?? '');
  expect(words(top)).toEqual(all.slice(0, 20));
  expect(hrefs(top, 'newer')).toEqual([]);
  expect(words(await page(`${account}?before=nonsense`))).toEqual(all.slice(0, 20));
  expect(await page(account, 'fr')).toContain('<b>45</b> publications');
});

test('an Instagram account is a grid without its stories, which leave after a day', async () => {
  const account = `/pages/${tester.ready.instagram.id}`;
  const picture = await tester.media({ caption: 'a picture' });
  const children: string[] = [];
  for (let n = 0; n < 2; n += 1) {
    const values = { image_url: await tester.imageUrl(), is_carousel_item: true };
    children.push(
      dig((await tester.post(`/${tester.ready.instagram.id}/media`, values)).body, 'id'),
    );
  }
  await tester.advance(5000);
  const parent = await tester.post(`/${tester.ready.instagram.id}/media`, {
    media_type: 'CAROUSEL',
    children: children.join(','),
    caption: 'several',
  });
  await tester.advance(5000);
  const published = await tester.post(`/${tester.ready.instagram.id}/media_publish`, {
    creation_id: dig(parent.body, 'id'),
  });
  const carousel = dig(published.body, 'id');
  const story = await tester.media({ media_type: 'STORIES' });

  const html = await page(account);
  expect(hrefs(html, 'class="tile"')).toEqual([`/p/${carousel}`, `/p/${picture}`]);
  expect(html).toContain('<span class="unseen">Carousel</span>');
  expect(html).toContain('<b>2</b> posts');
  expect(/<nav class="stories"[\s\S]*?<\/nav>/.exec(html)?.[0]).toContain(`/p/${story}`);
  const single = await page(`/p/${carousel}`);
  expect(single).toContain('1 / 2');
  expect(single.match(/<img src="\/cdn/g)).toHaveLength(2);
  await tester.advance(86_400_000);
  expect(await page(account)).not.toContain('class="stories"');
});

test('a clip plays on its own page and is a still in lists', async () => {
  const clip = makeClip({ widthPx: 640, heightPx: 360, seconds: 4 });
  await tester.form('/me/videos', { description: 'In motion', source: blob(clip, 'video/mp4') });
  await tester.advance(10_000);
  const post = (await tester.ledger())[0]?.postId ?? '';
  expect(await page(`/p/${post}`)).toMatch(/<video src="\/cdn[^"]*" controls/);
  expect(await page('/')).toMatch(/<video src="\/cdn[^"]*#t=0.1" preload="metadata" muted/);
});

test('comments come newest first with answers below, a page at a time', async () => {
  const post = await tester.visiblePost('with comments');
  const ids: string[] = [];
  for (let n = 1; n <= 60; n += 1) {
    const made = await tester.control('/comments', { object: post, message: `says ${n}` });
    ids.push(dig(made, 'id'));
    await tester.advance(1000);
  }
  for (let n = 1; n <= 22; n += 1)
    await tester.post(`/${ids[59]}/comments`, { message: `answer ${n}` });
  await tester.post(`/${ids[59]}/likes`);
  await tester.post(`/${ids[58]}`, { is_hidden: true });

  const html = await page(`/p/${post}`);
  const said = (text: string): string[] => [...text.matchAll(/says \d+/g)].map(([found]) => found);
  expect(said(html)).toEqual(Array.from({ length: 50 }, (_, n) => `says ${60 - n}`));
  expect(html).toContain('answer 20<');
  expect(html).not.toContain('answer 21<');
  expect(html).toContain('+ 2 more replies');
  expect(html).toContain('1 like<');
  expect(html).toContain('Hidden comment');
  const older = await page(hrefs(html, 'older')[0] ?? '');
  expect(said(older)).toEqual(Array.from({ length: 10 }, (_, n) => `says ${10 - n}`));
  expect(await page(`/pages/${tester.ready.page.id}`)).toContain('82 comments');
});

test('a language chosen by hand stays chosen on every link', async () => {
  await tester.visiblePost('hello');
  const html = await page('/?lang=fr', 'en');
  expect(html).toContain('<html lang="fr">');
  expect(hrefs(html, '/pages/')).toSatisfy((links: string[]) =>
    links.every((link) => link.endsWith('?lang=fr')),
  );
  const account = await page(hrefs(html, '/pages/')[0] ?? '', 'en');
  expect(account).toContain('<html lang="fr">');
  expect(hrefs(account, 'hreflang')).toEqual([`/pages/${tester.ready.page.id}?lang=en`]);
  expect(hrefs(await page('/', 'en'), '/pages/')[0]).not.toContain('lang');
});
