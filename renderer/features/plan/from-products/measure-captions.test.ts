import { expect, it } from 'vitest';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import { captionFor, longestCaptions } from './measure-captions.ts';

const shop = { name: 'La Serre', language: 'fr', country: 'FR' };
const product = (title: string): Product => ({
  id: title,
  sku: title,
  title,
  description: '',
  price: 2490,
  salePrice: 1990,
  currency: 'EUR',
  stock: 1,
  photos: [],
  updatedAt: '2026-11-24T08:12:00.000Z',
});
const words = {
  text: '{title} {price}',
  facebook: '',
  instagram: '{title} {hashtags}',
  hashtags: '#a',
};

it('takes a network’s own words where there are some', () => {
  expect(captionFor(words, product('Arum'), shop, 'facebook')).toBe('Arum 19,90\u00a0€');
  expect(captionFor(words, product('Arum'), shop, 'instagram')).toBe('Arum #a');
});

it('tells the longest of each network and when a network would refuse it', () => {
  const products = [product('Arum'), product('Hibiscus')];
  expect(longestCaptions(words, products, shop, ['facebook', 'instagram'])).toMatchObject([
    { network: 'facebook', title: 'Hibiscus', characters: 16, isTooLong: false },
    { network: 'instagram', title: 'Hibiscus', characters: 11, most: 2200, isTooLong: false },
  ]);
  const long = { ...words, instagram: `${'a'.repeat(2193)} {title}` };
  const [facebook, instagram] = longestCaptions(long, products, shop, ['facebook', 'instagram']);
  expect(facebook?.isTooLong).toBe(false);
  expect(instagram).toMatchObject({ title: 'Hibiscus', characters: 2202, isTooLong: true });
});

it('too many hashtags are too many whatever the length', () => {
  const tagged = { ...words, hashtags: Array.from({ length: 31 }, (_, n) => `#t${n}`).join(' ') };
  expect(longestCaptions(tagged, [product('Arum')], shop, ['instagram'])).toMatchObject([
    { hashtags: 31, isTooLong: true },
  ]);
});
