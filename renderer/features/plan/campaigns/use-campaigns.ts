import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { useApi } from '../../../link/link-provider.tsx';

const none: readonly Campaign[] = [];

/** The campaigns that are not put away, in the order of their first day. */
export function useCampaigns(): readonly Campaign[] {
  const api = useApi();
  return useQuery(api.campaigns.list.queryOptions({ input: {} })).data?.items ?? none;
}

/** By id, for what names a campaign. */
export function useCampaignsById(): ReadonlyMap<string, Campaign> {
  const campaigns = useCampaigns();
  return useMemo(() => new Map(campaigns.map((one) => [one.id, one])), [campaigns]);
}
