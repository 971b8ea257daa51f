import { useQueryClient } from '@tanstack/react-query';
import type { Account } from '../../../../shared/contract/accounts.ts';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import type { Asset } from '../../../../shared/contract/media.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { creationDraft } from '../prepare-drafts.ts';
import { usePreparePosts } from '../use-prepare-posts.ts';
import type { LibraryDeeds } from './use-library-deeds.ts';

/** Leads from a picture to a post: what was made here brings its products, words and tags along. */
export function usePostAsset(deeds: LibraryDeeds) {
  const posts = usePreparePosts();
  const productsOf = useProductsOf();
  return {
    isBusy: posts.isBusy,
    async post(asset: Asset): Promise<void> {
      if (asset.origin !== 'studio') return deeds.toPost([asset.id], asset.productIds[0]);
      const products = await productsOf(asset.productIds);
      const drafts = (accounts: readonly Account[]) => [creationDraft(asset, products, accounts)];
      await posts.prepare(drafts, 'post');
    },
  };
}

/** The products a creation shows, those that still exist. */
function useProductsOf() {
  const api = useApi();
  const queries = useQueryClient();
  return async (productIds: readonly string[]): Promise<Product[]> => {
    const found = productIds
      .slice(0, 30)
      .map((productId) =>
        queries
          .fetchQuery(api.catalogue.get.queryOptions({ input: { productId } }))
          .catch(() => undefined),
      );
    return (await Promise.all(found)).filter((product) => product !== undefined);
  };
}
