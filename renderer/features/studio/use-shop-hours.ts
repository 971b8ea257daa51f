import { useQuery } from '@tanstack/react-query';
import type { OpeningLine } from '../../../shared/contract/shop.ts';
import { useApi } from '../../link/link-provider.tsx';

/** The opening hours of the shop, as its settings say them. */
export function useShopHours(): readonly OpeningLine[] | undefined {
  const api = useApi();
  const shop = useQuery(api.shop.get.queryOptions());
  return shop.data?.openingHours;
}
