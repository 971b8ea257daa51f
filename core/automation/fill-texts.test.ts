import { expect, test } from 'vitest';
import { fillTexts, type Asking } from './fill-texts.ts';

const pothos = {
  id: 'p1',
  title: 'Pothos doré',
  priceMinor: 1290,
  currency: 'EUR',
  stock: 3,
  link: 'https://laserre.fr/pothos',
};
const asking: Asking = {
  language: 'fr',
  named: [],
  taggedProductIds: ['p1'],
  person: 'Emma Wright',
  products: [pothos],
  shop: {
    country: 'FR',
    language: 'fr',
    openingHours: [{ weekday: 2, opens: '09:00', closes: '19:00' }],
  },
};
const texts = {
  fr: 'Bonjour {first_name}, {product} : {price}. {link}',
  en: 'Hello {first_name}, {product}: {price}.',
};
/** As a person reads it, with plain blanks. */
const said = (change: Partial<Asking>, words: Parameters<typeof fillTexts>[0] = texts) => {
  const { text, unfilled } = fillTexts(words, { ...asking, ...change });
  return [text.replaceAll(/\s/g, ' '), ...unfilled];
};

test('answers in the customer’s language, else in the shop’s, else as it was written', () => {
  const french = 'Bonjour Emma, Pothos doré : 12,90 €. https://laserre.fr/pothos';
  expect(said({})).toEqual([french]);
  expect(said({ language: 'en' })).toEqual(['Hello Emma, Pothos doré: €12.90.']);
  expect(said({ language: 'de' })).toEqual([french]);
  expect(said({ language: 'unknown' })).toEqual([french]);
  expect(said({ language: 'de' }, { nl: 'Dank u', fr: '  ' })).toEqual(['Dank u']);
});

test('names what has no value, and speaks of no product when it could be several', () => {
  const other = { ...pothos, id: 'p2', title: 'Arum', priceMinor: 900 };
  const both = { products: [pothos, other], taggedProductIds: ['p1', 'p2'] };
  const missing = ['{product}', '{price}', '{link}'];
  expect(said(both).slice(1)).toEqual(missing);
  const named = [{ productId: 'p2', score: 1, start: 0, end: 4 }];
  expect(said({ ...both, named })[0]).toContain('Arum : 9,00 €');
  expect(said({ products: [], taggedProductIds: [] }).slice(1)).toEqual(missing);
  expect(said({}, { fr: 'Le {prix} ?' }).slice(1)).toEqual(['{prix}']);
  expect(said({}, { fr: 'Ouvert {opening_hours}' })).toEqual(['Ouvert le mardi de 9 h à 19 h']);
});

test('leaves out a name that is none', () => {
  expect(said({ person: 'fleurs_du_69' })[0]).toMatch(/^Bonjour, Pothos/);
});
