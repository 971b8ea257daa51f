import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import type { BulkField } from '../../../../shared/contract/bulk.ts';
import { useApi } from '../../../link/link-provider.tsx';

/** What could be chosen for a field while it is typed: accounts, files brought along, campaigns. */
export function useOffers(field: BulkField): { listId: string | undefined; list: ReactNode } {
  const api = useApi();
  const id = useId();
  const accounts = useQuery(
    api.accounts.list.queryOptions({ input: {}, enabled: field === 'accounts' }),
  );
  const campaigns = useQuery(
    api.campaigns.list.queryOptions({ input: {}, enabled: field === 'campaign' }),
  );
  const current = useQuery(
    api.bulk.current.queryOptions({ input: {}, enabled: field === 'media' }),
  );
  const offers = {
    accounts: accounts.data?.accounts.map((account) => account.name),
    campaign: campaigns.data?.items.map((campaign) => campaign.name),
    media: current.data?.session?.files.unused,
  }[field as string];
  if (!offers || offers.length === 0) return { listId: undefined, list: null };
  const list = (
    <datalist id={id}>
      {[...new Set(offers)].map((offer) => (
        <option key={offer} value={offer} />
      ))}
    </datalist>
  );
  return { listId: id, list };
}
