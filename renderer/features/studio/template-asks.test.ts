import { expect, test } from 'vitest';
import { asksOf, isMissing, wordsOf } from './template-asks.ts';

test('asks for what the template has room for, and for nothing that the product says', () => {
  const slots = ['photo', 'title', 'price', 'logo', 'headline', 'quote', 'beforePhoto'];
  const asks = [{ name: 'quote', maxLetters: 220 }, { name: 'beforePhoto' }];
  expect(asksOf({ slots, asks })).toEqual([
    { name: 'headline', maxLetters: 40, most: 1 },
    { name: 'quote', maxLetters: 220, most: 1 },
  ]);
  expect(asksOf({ slots: ['photo', 'title'] })).toEqual([]);
});

test('misses what is not written, but no headline', () => {
  const ask = (name: 'headline' | 'quote' | 'hours' | 'valueText') => ({
    ...{ name, maxLetters: 9, most: 1 },
  });
  expect(isMissing(ask('headline'), {})).toBe(false);
  expect(isMissing(ask('quote'), { quote: { text: ' ' } })).toBe(true);
  expect(isMissing(ask('quote'), { quote: { text: 'Bien' } })).toBe(false);
  expect(isMissing(ask('hours'), { hours: [] })).toBe(true);
  expect(isMissing(ask('valueText'), { valueText: '50 €' })).toBe(false);
});

test('gives along only what the chosen templates and products need', () => {
  const all = {
    avis: { all: { headline: 'Avis' }, ofProduct: { a: { headline: 'A' }, z: {} } },
    merci: { all: { headline: 'Merci' } },
    horaires: { ofProduct: { z: {} } },
  };
  expect(wordsOf(all, [{ id: 'avis' }, { id: 'horaires' }], ['a'])).toEqual({
    avis: { all: { headline: 'Avis' }, ofProduct: { a: { headline: 'A' } } },
  });
});
