import { expect, test } from 'vitest';
import { contract } from '../../shared/contract/contract.ts';
import { readersOf, staleKeys } from './topics.ts';

test('names only procedures that the contract has', () => {
  for (const path of Object.values(readersOf).flat()) {
    const [feature, name] = path;
    const procedures: object | undefined = Object.entries(contract).find(
      ([key]) => key === feature,
    )?.[1];
    expect(procedures, path.join('/')).toBeDefined();
    if (name !== undefined && procedures) expect(Object.keys(procedures)).toContain(name);
  }
});

test('asks again for each thing once', () => {
  const keys = staleKeys(['posts', 'targets']).map((path) => path.join('/'));
  expect(keys).toContain('posts');
  expect(keys).toContain('publishing');
  expect(new Set(keys).size).toBe(keys.length);
});

test('follows an export, which is told as a batch is', () => {
  expect(staleKeys(['batches'])).toContainEqual(['exports', 'get']);
});

test('asks a batch again when anything changed that its pictures show', () => {
  for (const topic of ['catalogue', 'shop', 'media', 'creations'] as const) {
    const keys = staleKeys([topic]).map((path) => path.join('/'));
    expect(keys, topic).toEqual(expect.arrayContaining(['batches/outlook', 'batches/rows']));
  }
});
