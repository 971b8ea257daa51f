import { expect, test } from 'vitest';
import type { PostContent } from '../../shared/contract/posts.ts';
import { describeChange } from './describe-change.ts';

const post: PostContent = {
  accountIds: ['fb'],
  caption: 'Arum',
  media: [{ assetId: 'a', alt: 'Un arum', tags: [{ productId: 'p' }] }],
};
const kindsOf = (after: PostContent) => describeChange(post, after).map((entry) => entry.kind);

test('the same content is no change', () => {
  expect(describeChange(post, structuredClone(post))).toEqual([]);
});

test('texts are kept whole, those of one network with its name', () => {
  const after = { ...post, caption: 'Arum blanc', captions: { instagram: 'Arum #blanc' } };
  expect(describeChange(post, after)).toEqual([
    { kind: 'text', before: 'Arum', after: 'Arum blanc' },
    { kind: 'text', before: '', after: 'Arum #blanc', network: 'instagram' },
  ]);
});

test('other pictures say so once; tags and descriptions of the same pictures each', () => {
  expect(describeChange(post, { ...post, media: [] })).toEqual([
    { kind: 'media', before: 1, after: 0 },
  ]);
  expect(kindsOf({ ...post, media: [{ assetId: 'a' }] })).toEqual(['tags', 'alt']);
});

test('everything else has its word', () => {
  expect(kindsOf({ ...post, link: 'https://laserre.fr' })).toEqual(['link']);
  expect(kindsOf({ ...post, firstComment: 'Bonjour' })).toEqual(['first-comment']);
  expect(kindsOf({ ...post, accountIds: ['fb', 'ig'] })).toEqual(['accounts']);
  expect(kindsOf({ ...post, kind: 'reel' })).toEqual(['kind']);
  expect(kindsOf({ ...post, collaborators: ['@lea'] })).toEqual(['other']);
});
