import { expect, test } from 'vitest';
import { largeKey } from './large-keys.ts';

const press = (key: string, more = {}) =>
  largeKey({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

test('keys mark the picture in large as they do in the list', () => {
  expect(press('4')).toEqual({ do: 'rate', rating: 4 });
  expect(press('0')).toEqual({ do: 'rate', rating: 0 });
  expect(['f', 'F', 'T', 'e', 'Delete', ' '].map((key) => press(key)?.do)).toEqual([
    'favour',
    'favour',
    'tag',
    'edit',
    'bin',
    'zoom',
  ]);
});

test('other keys, and those of the browser, are left alone', () => {
  for (const key of ['6', 'ArrowLeft', 'Escape', 'Tab', 'constructor', 'x'])
    expect(press(key)).toBeUndefined();
  expect(press('f', { ctrlKey: true })).toBeUndefined();
  expect(press('t', { metaKey: true })).toBeUndefined();
});
