import type { Account } from '../../../../shared/contract/accounts.ts';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import type { FilmSummary } from '../../../../shared/contract/films.ts';
import type { PostContent } from '../../../../shared/contract/posts.ts';
import { videoDraft } from '../prepare-drafts.ts';

/** A post with a film that was made: its products tagged, its cover the one chosen. */
export function filmDraft(
  cover: FilmSummary['cover'],
  file: { assetId: string; format: string },
  products: readonly Product[],
  accounts: readonly Account[],
): PostContent {
  return { ...videoDraft(file, products, accounts), ...cover };
}
