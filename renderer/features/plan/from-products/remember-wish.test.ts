import { expect, it } from 'vitest';
import { defaultWish, readWish, rememberWish } from './remember-wish.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
}

it('gives back what was wished last', () => {
  const store = memory();
  expect(readWish(store)).toBeUndefined();
  const wish = { ...defaultWish, accountIds: ['fb'] };
  rememberWish(store, wish);
  expect(readWish(store)).toEqual(wish);
});

it('what cannot be read is as if it were not there', () => {
  const store = memory();
  for (const text of ['{', '{}', '"x"', 'null']) {
    store.kept.clear();
    store.setItem('vitrine-from-products', text);
    expect(readWish(store)).toBeUndefined();
  }
});

it('a store that takes nothing only forgets', () => {
  const full = {
    ...memory(),
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(() => rememberWish(full, defaultWish)).not.toThrow();
});
