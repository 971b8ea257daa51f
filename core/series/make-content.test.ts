import { expect, it } from 'vitest';
import type { ProductFact } from '../../shared/facts.ts';
import { makeContent, picturesOf, writeWords } from './make-content.ts';

const shop = { name: 'La Serre', language: 'fr', country: 'FR' };
const arum: ProductFact = {
  id: 'p1',
  sku: 'ARU',
  title: 'Arum',
  description: '',
  priceMinor: 2490,
  currency: 'EUR',
  stock: 2,
  link: 'https://serre.example/arum',
  photoAssetIds: [],
  updatedAt: 0,
};

it('a carousel shows the picture made, then photos, ten at most', () => {
  const photos = Array.from({ length: 12 }, (_, index) => `photo${index}`);
  expect(picturesOf('single', 'made', photos)).toEqual(['made']);
  expect(picturesOf('carousel', 'made', photos)).toHaveLength(10);
  expect(picturesOf('carousel', 'made', photos).slice(0, 2)).toEqual(['made', 'photo0']);
  expect(picturesOf('photos', undefined, photos.slice(0, 2))).toEqual(['photo0', 'photo1']);
  expect(picturesOf('single', undefined, photos)).toEqual([]);
});

it('tags the first picture alone, and only what has a page to lead to', () => {
  const words = { caption: 'Arum', captions: {} };
  const tags = (product: ProductFact) =>
    makeContent({ accountIds: ['ig'] }, product, words, ['a', 'b'], () => undefined).media.map(
      (medium) => medium.tags?.length ?? 0,
    );
  expect(tags(arum)).toEqual([1, 0]);
  expect(tags({ ...arum, link: undefined })).toEqual([0, 0]);
});

it('writes a network’s own words only where it has a template', () => {
  const captions = { facebook: '  ', instagram: '{title} {hashtags}' };
  expect(writeWords({ text: '{title}', captions, hashtags: '#a' }, arum, shop)).toEqual({
    caption: 'Arum',
    captions: { instagram: 'Arum #a' },
  });
});

it('says of each picture what is known of it, at least what the product is called', () => {
  const words = { caption: 'Arum', captions: {} };
  const known: Record<string, string> = { made: 'Arum : 24,90 €' };
  const asked: unknown[] = [];
  const { media } = makeContent({ accountIds: ['ig'] }, arum, words, ['made', 'photo'], (...of) => {
    asked.push(of);
    return known[of[0]];
  });
  expect(media.map(({ alt }) => alt)).toEqual(['Arum : 24,90 €', 'Arum']);
  expect(asked).toContainEqual(['photo', ['p1']]);
});
