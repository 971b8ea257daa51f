import { expect, test } from 'vitest';
import { draftKeeper } from './drafts.ts';

function memory(failing = false) {
  const kept = new Map<string, string>();
  const guard = () => {
    if (failing) throw new DOMException('full', 'QuotaExceededError');
  };
  return {
    kept,
    getItem: (key: string) => (guard(), kept.get(key) ?? null),
    setItem: (key: string, value: string) => (guard(), void kept.set(key, value)),
    removeItem: (key: string) => (guard(), void kept.delete(key)),
  };
}

test('each thread keeps its own words', () => {
  const storage = memory();
  const drafts = draftKeeper(storage);
  drafts.keep('a', 'Bonjour Emma');
  drafts.keep('b', 'Bonjour Paul');
  expect(draftKeeper(storage).read('a')).toBe('Bonjour Emma');
  expect(drafts.read('c')).toBe('');
});

test('an emptied box leaves nothing behind', () => {
  const storage = memory();
  const drafts = draftKeeper(storage);
  drafts.keep('a', 'x');
  drafts.keep('a', '');
  expect(storage.kept.size).toBe(0);
});

test('a full storage does not stop the writing', () => {
  const drafts = draftKeeper(memory(true));
  expect(() => drafts.keep('a', 'x')).not.toThrow();
  expect(drafts.read('a')).toBe('');
});
