import { expect, test } from 'vitest';
import type { Account } from '../../../shared/contract/accounts.ts';
import type { Product } from '../../../shared/contract/catalogue.ts';
import type { JobFile } from '../../../shared/contract/jobs.ts';
import type { Format } from '../../../shared/contract/shapes.ts';
import { creationDraft, pictureDrafts, videoDraft, type ProductResult } from './prepare-drafts.ts';

const account = (id: string, can: Account['can']): Account => ({
  id,
  network: 'instagram',
  remoteId: id,
  name: id,
  can,
  missing: [],
  health: 'ok',
  practice: true,
});
const product = (id: string, title: string): Product => ({
  id,
  sku: id,
  title,
  description: '',
  price: 1290,
  currency: 'EUR',
  stock: 3,
  photos: [],
  updatedAt: '2026-11-22T10:00:00.000Z',
});
const result = (productId: string, formats: Format[]): ProductResult => ({
  files: new Map(
    formats.map((format): [Format, JobFile] => [
      format,
      {
        path: '/x.jpg',
        widthPx: 1,
        heightPx: 1,
        assetId: `${productId} ${format}`,
        format,
        productIds: [productId],
        sizeBytes: 1,
      },
    ]),
  ),
});
const accounts = [account('a', ['publish']), account('b', ['comments'])];

test('takes the portrait picture for the feed, with the product tagged and described', () => {
  const results = new Map([['p', result('p', ['1:1', '4:5', '9:16'])]]);
  expect(pictureDrafts([product('p', 'Arum')], results, accounts)).toEqual([
    {
      accountIds: ['a'],
      caption: 'Arum',
      kind: 'post',
      media: [{ assetId: 'p 4:5', alt: 'Arum', tags: [{ productId: 'p', x: 0.5, y: 0.45 }] }],
    },
  ]);
});

test('leaves out products without a picture and keeps the order of the rest', () => {
  const results = new Map([
    ['q', result('q', ['1:1'])],
    ['p', result('p', ['1.91:1'])],
  ]);
  const products = [product('p', 'Arum'), product('gone', 'Lupin'), product('q', 'Iris')];
  const drafts = pictureDrafts(products, results, accounts);
  expect(drafts.map((draft) => draft.media[0]?.assetId)).toEqual(['p 1.91:1', 'q 1:1']);
});

test('a picture that exists only upright becomes a story', () => {
  const results = new Map([['p', result('p', ['9:16'])]]);
  const [draft] = pictureDrafts([product('p', 'Arum')], results, accounts);
  expect(draft?.kind).toBe('story');
  expect(draft?.media[0]?.tags).toBeUndefined();
});

test('brings the link of the product', () => {
  const linked = { ...product('p', 'Arum'), link: 'https://laserre.example/arum' };
  const [draft] = pictureDrafts([linked], new Map([['p', result('p', ['1:1'])]]), accounts);
  expect(draft?.link).toBe('https://laserre.example/arum');
});

test('an upright video becomes a reel whose tags have no place', () => {
  const draft = videoDraft({ assetId: 'v', format: '9:16' }, [product('p', 'Arum')], accounts);
  expect(draft.kind).toBe('reel');
  expect(draft.caption).toBe('Arum');
  expect(draft.media[0]?.tags).toEqual([{ productId: 'p' }]);
  expect(videoDraft({ assetId: 'v', format: '1:1' }, [], accounts).kind).toBe('post');
});

test('takes what lies in the gallery for what it is, even when its product is gone', () => {
  const video = { id: 'v', kind: 'video', format: '9:16' };
  expect(creationDraft(video, [product('p', 'Arum')], accounts).kind).toBe('reel');
  const picture = { id: 'x', kind: 'photo', format: '4:5' };
  expect(creationDraft(picture, [product('p', 'Arum')], accounts).media[0]?.tags).toHaveLength(1);
  expect(creationDraft(picture, [], accounts)).toEqual({
    accountIds: ['a'],
    caption: '',
    kind: 'post',
    media: [{ assetId: 'x' }],
  });
});

test('prepares one post to swipe through of a set, with all its products tagged', () => {
  const page = (assetId: string) => ({ assetId, format: '4:5' as const, with: ['q'] });
  const pages = [page('1'), page('2'), page('3')];
  const results = new Map([['p', { ...result('p', ['4:5']), set: pages }]]);
  const [draft, ...more] = pictureDrafts(
    [product('p', 'Arum'), product('q', 'Lupin')],
    results,
    accounts,
  );
  expect(more).toEqual([]);
  expect(draft).toMatchObject({ caption: 'Arum, Lupin', kind: 'post' });
  expect(draft?.media.map(({ assetId }) => assetId)).toEqual(['1', '2', '3']);
  expect(draft?.media[0]?.tags?.map(({ productId }) => productId)).toEqual(['p', 'q']);
});

test('tags every product of a picture that shows several', () => {
  const file = { assetId: 'g', format: '1:1' as const, with: ['q'] };
  const results = new Map([['p', { files: new Map([['1:1' as const, file]]) }]]);
  const [draft] = pictureDrafts([product('p', 'Arum'), product('q', 'Lupin')], results, accounts);
  expect(draft?.media).toHaveLength(1);
  expect(draft?.media[0]?.tags).toHaveLength(2);
  expect(draft?.media[0]?.alt).toBe('Arum, Lupin');
});
