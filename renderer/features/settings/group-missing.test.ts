import { expect, test } from 'vitest';
import { groupMissing, kindOf, lackingOf } from './group-missing.ts';

const refused = (capability: 'publish' | 'stories' | 'comments', name: string) => ({
  capability,
  code: `permission:${name}`,
  text: `Without ${name} there is no ${capability}.`,
  fix: `Tick ${name}.`,
});
const never = { capability: 'product-tags' as const, code: 'network', text: 'Never offered.' };

test('what one permission takes along is one line', () => {
  const groups = groupMissing([
    refused('publish', 'posts'),
    refused('comments', 'talk'),
    refused('stories', 'posts'),
  ]);
  expect(groups.map((group) => group.capabilities)).toEqual([['publish', 'stories'], ['comments']]);
  expect(groups[0]?.first.fix).toBe('Tick posts.');
});

test('without a cure each stands for itself', () => {
  const groups = groupMissing([never, { ...never, capability: 'reels', text: 'Nor this.' }]);
  expect(groups).toHaveLength(2);
});

test('what the network never offers is not lacking', () => {
  expect(lackingOf({ missing: [never, refused('publish', 'posts')] })).toEqual([
    refused('publish', 'posts'),
  ]);
});

test('the kind of a lack is what stands before its name', () => {
  expect(kindOf(refused('publish', 'posts'))).toBe('permission');
  expect(kindOf(never)).toBe('network');
});
