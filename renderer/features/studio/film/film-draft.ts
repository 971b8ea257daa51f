import type { Account } from '../../../../shared/contract/accounts.ts';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import type { PostContent } from '../../../../shared/contract/posts.ts';
import type { Film } from '../../../../shared/scene/film/film.ts';
import { videoDraft } from '../prepare-drafts.ts';

/** A post with a film that was made: its products tagged, its cover the one chosen. */
export function filmDraft(
  { cover }: Film,
  file: { assetId: string; format: string },
  products: readonly Product[],
  accounts: readonly Account[],
): PostContent {
  const draft = videoDraft(file, products, accounts);
  if (!cover) return draft;
  const shown =
    cover.kind === 'frame' ? { coverMs: Math.round(cover.atMs) } : { coverAssetId: cover.assetId };
  return { ...draft, media: draft.media.map((one) => ({ ...one, ...shown })) };
}
