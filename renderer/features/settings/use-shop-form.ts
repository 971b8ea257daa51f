import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ShopSettings } from '../../../shared/contract/shop.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';

/** The shop's settings as they are being typed: shown at once, saved half a second later. */
export function useShopForm() {
  const api = useApi();
  const queries = useQueryClient();
  const shop = useQuery(api.shop.get.queryOptions());
  const [typed, setTyped] = useState<Partial<ShopSettings>>({});
  const save = useChange(
    api.shop.save.mutationOptions({
      onSuccess: (saved) => queries.setQueryData(api.shop.get.queryKey(), saved),
    }),
  );
  const saveSoon = useDebouncedCallback((patch: Partial<ShopSettings>) => save.mutate(patch), {
    delay: 500,
    flushOnUnmount: true,
  });
  const change = (patch: Partial<ShopSettings>, isValid = true) => {
    const next = { ...typed, ...patch };
    setTyped(next);
    // A field that is empty for a moment must not be refused while somebody types.
    if (isValid) saveSoon(next);
  };
  return {
    shop: shop.data ? { ...shop.data, ...typed } : undefined,
    change,
    saved: save.isSuccess,
  };
}
