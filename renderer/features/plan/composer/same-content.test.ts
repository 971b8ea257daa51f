import { expect, test } from 'vitest';
import { isSameContent } from './same-content.ts';

const content = { accountIds: ['a'], caption: 'Arum', media: [{ assetId: 'm' }] };

test('what is left out is as what is empty, in any order', () => {
  const other = {
    media: [{ tags: [], assetId: 'm', alt: undefined }],
    caption: 'Arum',
    captions: { instagram: undefined },
    accountIds: ['a'],
    link: undefined,
  };
  expect(isSameContent(content, other)).toBe(true);
});

test('another word, another picture or another order is another content', () => {
  expect(isSameContent(content, { ...content, caption: 'Arums' })).toBe(false);
  expect(isSameContent(content, { ...content, captions: { instagram: 'Arum' } })).toBe(false);
  const two = { ...content, media: [{ assetId: 'm' }, { assetId: 'n' }] };
  expect(isSameContent(two, { ...two, media: [...two.media].reverse() })).toBe(false);
});
