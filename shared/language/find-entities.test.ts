import { expect, test } from 'vitest';
import { indexProducts } from './match-products.ts';
import { findEntities } from './understand.ts';

const today = '2026-11-23';
const products = indexProducts([
  { id: 'g', title: 'Géranium lierre rouge' },
  { id: 'm', title: 'Monstera deliciosa' },
  { id: 'p', title: 'Pot en terre cuite' },
  { id: 'b', title: 'Bougie figuier' },
  { id: 'c', title: 'Bougie cèdre' },
]);
const sizes = (text: string) => findEntities(text).sizes.map(({ size }) => size);
const counts = (text: string) => findEntities(text).quantities.map(({ count }) => count);
const days = (text: string, country?: string) =>
  findEntities(text, { today, country }).dates.map((date) => `${date.text} ${date.on}`);
const contacts = (text: string) =>
  findEntities(text).contacts.map(({ kind, text: at }) => `${kind}: ${at}`);
const named = (text: string, taggedProductIds: string[] = []) =>
  findEntities(text, { products, taggedProductIds }).products.map(({ productId }) => productId);

test.each<[string, string[]]>([
  ['la même en taille 38 ?', ['38']],
  ['dispo 42 ?', ['42']],
  ['Vous l’avez en M ou en L', ['M', 'L']],
  ['je la prends en xl', ['XL']],
  ['have you got it in a 10', ['10']],
  ['taille 6 ans svp', ['6 ans']],
  ['un cadre 30 x 40', ['30x40']],
  ["j'm trop l'été, it's a must", []],
  ['24m de guirlande, 2 l de peinture', []],
  ['I ordered 38 days ago', []],
  ['JE VEUX UN S ET PAS CELUI LA', []],
])('sizes in %s', (text, wanted) => {
  expect(sizes(text)).toEqual(wanted);
});

test.each<[string, number[]]>([
  ['je prends 2 pots', [2]],
  ['x3 svp', [3]],
  ['deux savons et trois bougies', [2, 3]],
  ["I'll take one in M", [1]],
  ['une robe', []],
  ['les 2 chaises', [2]],
  ['à 12,90 € ou 5€', []],
  ['à 18:30 le 24/12', []],
  ['commande 451 de mars', []],
  ['dans 3 jours, 20 cm', []],
  ['le 24 décembre', []],
  ['taille 38', []],
])('quantities in %s', (text, wanted) => {
  expect(counts(text)).toEqual(wanted);
});

test('colours by one name, in whatever form and language', () => {
  const colours = (text: string) => findEntities(text).colours.map(({ colour }) => colour);
  expect(colours('la verte, la BLEUE ou la dorée ?')).toEqual(['green', 'blue', 'gold']);
  expect(colours('in black, in schwarz, en negro')).toEqual(['black', 'black', 'black']);
});

test.each<[string, string[]]>([
  ['ouvert samedi ?', ['samedi 2026-11-28']],
  ['today or Mondays', ['today 2026-11-23', 'Mondays 2026-11-23']],
  ['avant le 24 décembre', ['24 décembre 2026-12-24']],
  ['le 1er janvier', ['1er janvier 2027-01-01']],
  ['by December 3rd, or 4th of May', ['December 3 2026-12-03', '4th of May 2027-05-04']],
  ['before Christmas', ['Christmas 2026-12-25']],
  ["aujourd'hui", ["aujourd'hui 2026-11-23"]],
  ['pour le 24/12', ['24/12 2026-12-24']],
  ['le 03/10/26', ['03/10/26 2026-10-03']],
  ['12.90 ou 12,90 ou 3/4 €', []],
  ['I may come in march', []],
])('days in %s', (text, wanted) => {
  expect(days(text)).toEqual(wanted);
});

test('days and months change places in the United States', () => {
  expect(days('on 3/4/2027', 'US')).toEqual(['3/4/2027 2027-03-04']);
  expect(days('on 3/4/2027', 'GB')).toEqual(['3/4/2027 2027-04-03']);
});

test.each<[string, string[]]>([
  ['appelez moi au 06 12 34 56 78', ['phone: 06 12 34 56 78']],
  ['+44 7700 900123 please', ['phone: +44 7700 900123']],
  ['(555) 010-0199', ['phone: 555) 010-0199']],
  ['mail: marie.d@exemple.fr.', ['email: marie.d@exemple.fr']],
  ['12 bis rue de la Paix, 75002 Paris', ['address: 12 bis rue de la Paix, 75002 Paris']],
  ['14 Old Mill Lane, SW1A 1AA', ['address: 14 Old Mill Lane', 'address: SW1A 1AA']],
  ['commande 20391145, le 24/12/2026, 1 299,00 €', []],
  ['@julie.martin regarde', []],
])('what gives people away in %s', (text, wanted) => {
  expect(contacts(text)).toEqual(wanted);
});

test('what was found stands where it says', () => {
  const text = 'Zoé ✨ : 2 pots en rouge, samedi, marie@exemple.fr';
  const entities = findEntities(text, { products, today });
  for (const one of [...entities.dates, ...entities.contacts, ...entities.colours])
    expect(text.slice(one.start, one.end)).toBe(one.text);
  expect(entities.contacts).toHaveLength(1);
});

test('products by half of their title, without accents and with a slip', () => {
  expect(named('combien le geranium lierre')).toEqual(['g']);
  expect(named('la mostera est belle')).toEqual(['m']);
  expect(named('les pots en terre')).toEqual(['p']);
  expect(named('bougie figuer svp')[0]).toBe('b');
  expect(named('belle lumière')).toEqual([]);
});

test('a word of several products finds those of the post first', () => {
  expect(named('la bougie', ['c'])).toEqual(['c']);
  expect(named('bougie')).toEqual([]);
});
