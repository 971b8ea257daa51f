import { expect, test } from 'vitest';
import { findReplies, slashAtCaret } from './find-replies.ts';

const replies = [
  { name: 'Horaires', texts: { fr: 'Nous sommes ouverts {opening_hours}.' } },
  { name: 'Remerciement', shortcut: 'merci', texts: { fr: 'Merci beaucoup' } },
  { name: 'Délai de livraison', shortcut: 'livraison', texts: { fr: 'Merci de patienter' } },
];
const names = (typed: string) => findReplies(replies, typed).map(({ name }) => name);

test('knows the word behind a slash, not an address, a date or a slash in a word', () => {
  expect(slashAtCaret('/mer', 4)).toEqual({ typed: 'mer', from: 0, to: 4 });
  expect(slashAtCaret('Bonjour /', 9)).toEqual({ typed: '', from: 8, to: 9 });
  expect(slashAtCaret('Bonjour\n/été', 12)).toEqual({ typed: 'été', from: 8, to: 12 });
  for (const text of ['https:/', 'le 3/11', 'et/ou', '/merci '])
    expect(slashAtCaret(text, text.length)).toBeUndefined();
});

test('finds by shortcut first, then by name, then by words; accents and the slash do not matter', () => {
  expect(names('merci')).toEqual(['Remerciement', 'Délai de livraison']);
  expect(names('/liv')).toEqual(['Délai de livraison']);
  expect(names('delai')).toEqual(['Délai de livraison']);
  expect(names('ouvert')).toEqual(['Horaires']);
  expect(names('zèbre')).toEqual([]);
  expect(names('')).toHaveLength(3);
});
