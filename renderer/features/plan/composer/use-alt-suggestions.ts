import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Asset } from '../../../../shared/contract/media.ts';
import { useApi } from '../../../link/link-provider.tsx';
import type { PostMedium } from './post-medium.ts';
import type { DraftOf } from './draft-of.ts';

/** Pictures that are put into a post bring their words along: the merchant's own, or those suggested from
 *  what is known of them. What stood in the post when it was opened stays as it is. */
export function useAltSuggestions(
  draft: DraftOf<'media'>,
  assets: ReadonlyMap<string, Asset>,
): void {
  const { media } = draft.content;
  const [before] = useState(
    () => new Set(draft.postId === undefined ? [] : media.map(({ assetId }) => assetId)),
  );
  const bare = media.filter(
    ({ assetId, alt }) =>
      alt === undefined && !before.has(assetId) && assets.get(assetId)?.kind === 'photo',
  );
  const found = useAltOf(
    bare.map(({ assetId }) => assetId),
    media,
  );
  const { change } = draft;
  useEffect(() => {
    const words = new Map(found?.map((one) => [one.assetId, one.text ?? one.suggested]));
    const next = media.map((medium) => {
      const alt =
        medium.alt ?? (before.has(medium.assetId) ? undefined : words.get(medium.assetId));
      return alt === medium.alt ? medium : { ...medium, alt };
    });
    if (next.some((medium, at) => medium !== media[at])) change({ media: next });
  }, [found, media, before, change]);
}

/** Written and suggested words of pictures; the tagged products speak for pictures of none. */
export function useAltOf(assetIds: readonly string[], media: readonly PostMedium[]) {
  const api = useApi();
  const productIds = [
    ...new Set(media.flatMap(({ tags = [] }) => tags.map(({ productId }) => productId))),
  ].slice(0, 50);
  const found = useQuery({
    ...api.alt.read.queryOptions({ input: { assetIds: [...assetIds], productIds } }),
    enabled: assetIds.length > 0,
  });
  return found.data?.items;
}
