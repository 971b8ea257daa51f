import { expect, test } from 'vitest';
import { noPhoto, sampleSlots } from './sample-slots.ts';

const words = { title: 'Vase', price: '24,90 €', language: 'fr' } as const;
const money = (minor: number, currency: string) => `${minor} ${currency}`;
const product = { title: 'Arum', price: 2490, currency: 'EUR' };

test('words of nobody’s product while there is none', () => {
  expect(sampleSlots(undefined, noPhoto, words, money)).toEqual({ photo: noPhoto, ...words });
});

test('a product shows its price, and the old one only while it is on sale', () => {
  const slots = sampleSlots({ ...product, link: 'https://a.example/arum' }, noPhoto, words, money);
  expect(slots).toMatchObject({ title: 'Arum', price: '2490 EUR', code: 'https://a.example/arum' });
  expect(slots.oldPrice).toBeUndefined();
  expect(sampleSlots({ ...product, salePrice: 1990 }, noPhoto, words, money)).toMatchObject({
    price: '1990 EUR',
    oldPrice: '2490 EUR',
  });
  const dearer = sampleSlots({ ...product, salePrice: 2990 }, noPhoto, words, money);
  expect(dearer).toMatchObject({ price: '2490 EUR' });
  expect(dearer.oldPrice).toBeUndefined();
});
