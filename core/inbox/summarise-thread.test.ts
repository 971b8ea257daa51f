import { expect, test } from 'vitest';
import { signOf, snippetOf } from './summarise-thread.ts';

const quiet = { questionCode: null };
const asking = { questionCode: 'outcome-unknown' };
const theirs = { mine: false, createdAt: 100 };
const ours = { mine: true, createdAt: 100 };

test('the most urgent thing is what the list shows', () => {
  expect(signOf([quiet, asking], [{ createdAt: 200 }], ours)).toBe('asks');
  expect(signOf([quiet], [{ createdAt: 200 }], ours)).toBe('queued');
  expect(signOf([], [{ createdAt: 200 }], theirs)).toBe('refused');
  expect(signOf([], [], ours)).toBe('answered');
  expect(signOf([], [], theirs)).toBe('none');
  expect(signOf([], [], undefined)).toBe('none');
});

test('a refusal is over once something newer was said', () => {
  expect(signOf([], [{ createdAt: 50 }], ours)).toBe('answered');
  expect(signOf([], [{ createdAt: 50 }], theirs)).toBe('none');
});

test('a long comment becomes one line without half characters', () => {
  expect(snippetOf(' Bonjour\n\nEmma ')).toBe('Bonjour Emma');
  const snippet = snippetOf(`a${'🌿'.repeat(200)}`);
  expect(snippet.isWellFormed()).toBe(true);
  expect(snippet.length).toBeLessThanOrEqual(140);
});
