import { expect, test } from 'vitest';
import { matchesKeys } from './use-shortcut.ts';

const bare = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

test('takes Ctrl and the command key alike', () => {
  expect(matchesKeys('mod+k', { ...bare, key: 'k', ctrlKey: true })).toBe(true);
  expect(matchesKeys('mod+k', { ...bare, key: 'K', metaKey: true })).toBe(true);
  expect(matchesKeys('mod+k', { ...bare, key: 'k' })).toBe(false);
});

test('refuses keys pressed beside those asked for', () => {
  expect(matchesKeys('n', { ...bare, key: 'n', ctrlKey: true })).toBe(false);
  expect(matchesKeys('n', { ...bare, key: 'N', shiftKey: true })).toBe(false);
  expect(matchesKeys('shift+n', { ...bare, key: 'N', shiftKey: true })).toBe(true);
});

test('knows keys by name', () => {
  expect(matchesKeys('Delete', { ...bare, key: 'Delete' })).toBe(true);
});

test('a sign is the same key whether or not the keyboard wants Shift for it', () => {
  for (const shiftKey of [true, false])
    for (const sign of ['?', '/', '!'])
      expect(matchesKeys(sign, { ...bare, key: sign, shiftKey })).toBe(true);
  expect(matchesKeys('/', { ...bare, key: '/', ctrlKey: true })).toBe(false);
});
