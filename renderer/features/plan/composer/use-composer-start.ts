import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Account } from '../../../../shared/contract/accounts.ts';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import type { Post, PostContent } from '../../../../shared/contract/posts.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useShopFocus } from '../../../link/shop-focus.tsx';
import { windowRescue } from './rescue-store.ts';
import { isSameContent } from './same-content.ts';
import { contentOf, type ComposerStart } from './use-post-draft.ts';

export type Begin = {
  wall?: string | undefined;
  assets?: string | undefined;
  product?: string | undefined;
};

/** Everything the composer needs before it can open: the stored post, or what a new one begins with. */
export function useComposerStart(postId: string | undefined, begin: Begin) {
  const api = useApi();
  // A post that is created while its sheet is open stays the one that was begun.
  const [first] = useState(postId);
  const post = useQuery(
    api.posts.get.queryOptions({ input: { postId: first ?? '-' }, enabled: first !== undefined }),
  );
  const accounts = useQuery(api.accounts.list.queryOptions());
  const product = useQuery(
    api.catalogue.get.queryOptions({
      input: { productId: begin.product ?? '-' },
      enabled: first === undefined && begin.product !== undefined,
    }),
  );
  const { has } = useShopFocus();
  const [start, setStart] = useState<ComposerStart>();
  const waits = first
    ? post.data === undefined
    : accounts.data === undefined || (begin.product !== undefined && product.isPending);
  if (!start && !waits)
    setStart(
      first && post.data
        ? startOfPost(post.data)
        : startOfNew(
            begin,
            (accounts.data?.accounts ?? []).filter((account) => has(account.id)),
            product.data,
          ),
    );
  return { start, accounts: accounts.data?.accounts ?? [], error: post.error ?? accounts.error };
}

function startOfPost(post: Post): ComposerStart {
  const rescued = windowRescue().read(post.id);
  const content = contentOf(post);
  // A save may have arrived although its answer did not.
  if (!rescued || isSameContent(rescued.content, content)) return { post, content, isNew: false };
  // Words written on an older version are saved on that one: the studio refuses, and both texts show.
  return { post, content: rescued.content, baseVersion: rescued.version, isNew: true };
}

function startOfNew(
  begin: Begin,
  accounts: readonly Account[],
  product: Product | undefined,
): ComposerStart {
  const rescued = windowRescue().read(undefined);
  const isBare = begin.assets === undefined && begin.product === undefined;
  if (rescued && isBare) return { content: rescued.content, isNew: true };
  return {
    content: newContent(begin, accounts, product),
    isNew: !isBare,
  };
}

/** All accounts that can publish; the pictures asked for, else the product's first photo; the product
 *  tagged in the middle of the first. */
export function newContent(
  begin: Begin,
  accounts: readonly Account[],
  product: Product | undefined,
): PostContent {
  const asked = (begin.assets ?? '').split(',').filter(Boolean);
  const photo = product?.photos[0]?.assetId;
  const assetIds = asked.length > 0 ? asked : photo ? [photo] : [];
  return {
    accountIds: accounts.filter((one) => one.can.includes('publish')).map((one) => one.id),
    caption: '',
    media: assetIds.map((assetId, index) => ({
      assetId,
      ...(product && index === 0 ? { tags: [{ productId: product.id, x: 0.5, y: 0.5 }] } : {}),
    })),
    ...(product?.link ? { link: product.link } : {}),
  };
}
