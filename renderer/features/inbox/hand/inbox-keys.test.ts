import { expect, test } from 'vitest';
import { boxKeys, inboxKeys, keyWords } from './inbox-keys.ts';

const words = { mod: 'Ctrl', shift: 'Maj', enter: 'Entrée', tab: 'Tab', escape: 'Échap' };

test('no key does two things', () => {
  const keys = Object.values(inboxKeys);
  expect(new Set(keys).size).toBe(keys.length);
});

test('keys are written as they stand on the keyboard', () => {
  expect(keyWords(inboxKeys.selectNext, words)).toBe('Maj J');
  expect(keyWords(inboxKeys.help, words)).toBe('?');
  expect(keyWords(boxKeys.sendNext, words)).toBe('Ctrl Maj Entrée');
});
