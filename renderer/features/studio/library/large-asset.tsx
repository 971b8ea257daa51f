import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useApi } from '../../../link/link-provider.tsx';
import { LargeCreation } from '../large-creation.tsx';
import type { Library } from './use-library.ts';

/** The picture or film at a place of the list in large; arrows lead to its neighbours. */
export function LargeAsset({
  library,
  place,
  onPlace,
}: {
  library: Library;
  place: number;
  onPlace: (place: number | undefined) => void;
}) {
  const api = useApi();
  const found = useQuery({
    ...api.library.page.queryOptions({ input: { query: library.query, from: place, limit: 1 } }),
    placeholderData: keepPreviousData,
  });
  const asset = found.data?.items[0];
  if (!asset) return null;
  const step = (by: 1 | -1) => {
    const to = Math.max(0, Math.min(library.total - 1, place + by));
    library.setActive(to);
    onPlace(to);
  };
  return <LargeCreation asset={asset} onClose={() => onPlace(undefined)} onStep={step} />;
}
