import { expect, test } from 'vitest';
import { postContent } from '../../../../shared/contract/posts.ts';
import { coverForPost } from '../../../../shared/scene/film/film-cover.ts';
import type { Film } from '../../../../shared/scene/film/film.ts';
import { filmDraft } from './film-draft.ts';

const file = { assetId: 'v', format: '9:16' };
const parts: Film['parts'] = [{ id: 'a', role: 'full', durationMs: 2000, words: {} }];
const draftOf = (cover?: Film['cover']) =>
  postContent.parse(filmDraft(coverForPost({ parts, ...(cover && { cover }) }), file, [], []));

test('the cover goes with the post, as the studio takes it', () => {
  const framed = draftOf({ kind: 'frame', atMs: 1499.6 });
  expect(framed).toMatchObject({ kind: 'reel', coverMs: 1500, media: [{ assetId: 'v' }] });
  expect(draftOf({ kind: 'picture', assetId: 'p' })).toMatchObject({ coverAssetId: 'p' });
  expect(draftOf().coverMs).toBeUndefined();
});

test('a moment past the end of a film that was made shorter is its last frame', () => {
  expect(draftOf({ kind: 'frame', atMs: 60_000 }).coverMs).toBe(1966);
});
