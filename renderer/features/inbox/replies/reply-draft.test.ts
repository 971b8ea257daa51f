import { expect, test } from 'vitest';
import { newReply, readyReply, tidyShortcut, unknownWords } from './reply-draft.ts';

test('a reply is ready with a name and words in one language; empty languages are left out', () => {
  expect(readyReply(newReply('fr'))).toBeUndefined();
  expect(readyReply({ name: 'Prix', texts: { fr: ' ' } })).toBeUndefined();
  expect(
    readyReply({ id: 'a', name: ' Prix ', shortcut: '/Prix ', texts: { fr: '{price}', en: '' } }),
  ).toEqual({ id: 'a', name: 'Prix', shortcut: 'prix', texts: { fr: '{price}' } });
});

test('shortcuts lose slashes, blanks and capitals, not accents', () => {
  expect(tidyShortcut('/À bientôt')).toBe('àbientôt');
});

test('names the words in braces that nothing fills', () => {
  expect(unknownWords({ texts: { fr: '{prenom} {price}', en: '{prenom} {name}' } })).toEqual([
    '{prenom}',
    '{name}',
  ]);
});
