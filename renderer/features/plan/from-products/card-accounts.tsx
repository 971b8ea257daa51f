import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SeriesItem } from '../../../../shared/contract/series.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { NetworkIcon } from '../../../ui/network-icon.tsx';

/** The accounts of the post, each switched on and off. */
export function CardAccounts({
  item,
  seriesId,
  readOnly,
}: {
  item: SeriesItem;
  seriesId: string;
  readOnly: boolean;
}) {
  const { t } = useTranslation('series');
  const api = useApi();
  const edit = useChange(api.series.edit.mutationOptions());
  const found = useQuery(api.accounts.list.queryOptions());
  const accounts = found.data?.accounts.filter((one) => one.can.includes('publish')) ?? [];
  const { accountIds, productId } = item;
  const toggle = (id: string) => {
    const next = accountIds.includes(id)
      ? accountIds.filter((one) => one !== id)
      : [...accountIds, id];
    edit.mutate({ seriesId, productId, accountIds: next });
  };
  return (
    <div className="fp-card-accounts" role="group" aria-label={t('when.accounts')}>
      {accounts.map(({ id, name, network }) => (
        <button
          key={id}
          type="button"
          className="fp-card-account"
          aria-pressed={accountIds.includes(id)}
          aria-label={name}
          title={name}
          disabled={readOnly}
          onClick={() => toggle(id)}
        >
          <NetworkIcon network={network} />
        </button>
      ))}
    </div>
  );
}
