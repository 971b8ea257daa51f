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
    key: (at: number) => [...values.keys()][at] ?? null,
    get length() {
      return values.size;
    },
  };
}

const content = { accountIds: ['a'], caption: 'L’arum a soif', media: [{ assetId: 'm' }] };

test('F21 gives back the unsaved words of a post, and of a new one', () => {
  const store = rescueStore(memory(), 'w1');
  store.keep('p1', 3, content);
  store.keep(undefined, 0, { ...content, caption: 'neuf' });
  expect(store.read('p1')).toEqual({ version: 3, content });
  expect(store.read(undefined)?.content.caption).toBe('neuf');
});

test('forgets what the studio has taken', () => {
  const store = rescueStore(memory(), 'w1');
  store.keep('p1', 3, content);
  store.drop('p1');
  expect(store.read('p1')).toBeUndefined();
});

test('a full or foreign store never stops the writing', () => {
  const full = rescueStore(memory(1), 'w1');
  expect(() => full.keep('p1', 1, content)).not.toThrow();
  const broken = memory();
  broken.setItem('vitrine-unsaved-p1~w1', '{"version":');
  expect(rescueStore(broken, 'w1').read('p1')).toBeUndefined();
  broken.setItem('vitrine-unsaved-p1~w1', '{"version":1,"content":{"caption":7}}');
  expect(rescueStore(broken, 'w1').read('p1')).toBeUndefined();
});

test('two windows on one post keep their words apart', () => {
  const shared = memory();
  const [one, other] = [rescueStore(shared, 'w1'), rescueStore(shared, 'w2')];
  one.keep('p1', 1, { ...content, caption: 'mes mots' });
  other.keep('p1', 2, { ...content, caption: 'les leurs' });
  other.drop('p1');
  expect(one.read('p1')?.content.caption).toBe('mes mots');
});

test('what a window left behind the next one finds, keeps and lets go of', () => {
  const shared = memory();
  rescueStore(shared, 'crashed').keep('p1', 1, content);
  rescueStore(shared, 'crashed').keep('p12', 1, { ...content, caption: 'un autre' });
  const next = rescueStore(shared, 'next');
  expect(next.read('p1')).toEqual({ version: 1, content });
  expect(rescueStore(shared, 'third').read('p12')?.content.caption).toBe('un autre');
  next.drop('p1');
  expect(rescueStore(shared, 'fourth').read('p1')).toBeUndefined();
});
