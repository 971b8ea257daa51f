import { expect, test } from 'vitest';
import { rescueStore } from './rescue-store.ts';

function memory(limit = 10_000) {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > limit) throw new Error('QuotaExceededError');
      values.set(key, value);
    },
    removeItem: (key: string) => void values.delete(key),
  };
}

const content = { accountIds: ['a'], caption: 'L’arum a soif', media: [{ assetId: 'm' }] };

test('F21 gives back the unsaved words of a post, and of a new one', () => {
  const store = rescueStore(memory());
  store.keep('p1', 3, content);
  store.keep(undefined, 0, { ...content, caption: 'neuf' });
  expect(store.read('p1')).toEqual({ version: 3, content });
  expect(store.read(undefined)?.content.caption).toBe('neuf');
});

test('forgets what the studio has taken', () => {
  const store = rescueStore(memory());
  store.keep('p1', 3, content);
  store.drop('p1');
  expect(store.read('p1')).toBeUndefined();
});

test('a full or foreign store never stops the writing', () => {
  const full = rescueStore(memory(1));
  expect(() => full.keep('p1', 1, content)).not.toThrow();
  const broken = memory();
  broken.setItem('vitrine-unsaved-p1', '{"version":');
  expect(rescueStore(broken).read('p1')).toBeUndefined();
  broken.setItem('vitrine-unsaved-p1', '{"version":1,"content":{"caption":7}}');
  expect(rescueStore(broken).read('p1')).toBeUndefined();
});
