import { expect, test } from 'vitest';
import { postContent } from '../../../../shared/contract/posts.ts';
import { coverOfFilm, filmDraft } from './film-draft.ts';

const file = { assetId: 'v', format: '9:16' };

test('the cover goes with the post, as the studio takes it', () => {
  const cover = coverOfFilm({ cover: { kind: 'frame', atMs: 1499.6 } });
  const draft = postContent.parse(filmDraft(cover, file, [], []));
  expect(draft).toMatchObject({ kind: 'reel', coverMs: 1500, media: [{ assetId: 'v' }] });
  const picture = coverOfFilm({ cover: { kind: 'picture', assetId: 'p' } });
  expect(postContent.parse(filmDraft(picture, file, [], []))).toMatchObject({ coverAssetId: 'p' });
  expect(postContent.parse(filmDraft(coverOfFilm({}), file, [], [])).coverMs).toBeUndefined();
});
