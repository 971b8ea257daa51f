import { expect, test } from 'vitest';
import { wordAtCaret, withBlank } from './caret-word.ts';

const at = (marked: string) => wordAtCaret(marked.replace('|', ''), marked.indexOf('|'));

test.each([
  ['#|', '#', ''],
  ['Les arums #pla|', '#', 'pla'],
  ['Les arums #été|', '#', 'été'],
  ['(@la_serre.ly|', '@', 'la_serre.ly'],
  ['un\n#de|ux', '#', 'de'],
])('in %j a word is being written', (marked, sign, typed) => {
  const word = at(marked);
  expect(word).toMatchObject({ sign, typed });
  const text = marked.replace('|', '');
  expect(text.slice(word?.from, word?.to)).toBe(`${sign}${typed}`);
});

test.each(['contact@laserre|', 'Lyon|', '#fini |', 'n°|', 'a#b|', 'https://a.example/#ancre|'])(
  'in %j none is',
  (marked) => expect(at(marked)).toBeUndefined(),
);

test('a blank follows unless something stands there', () => {
  expect(withBlank('#lyon', '')).toBe('#lyon ');
  expect(withBlank('#lyon', ' et')).toBe('#lyon');
  expect(withBlank('#lyon', ', et')).toBe('#lyon');
});
