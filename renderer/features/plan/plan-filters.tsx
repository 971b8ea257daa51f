import { IconFilter, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../link/link-provider.tsx';
import { useShopFocus } from '../../link/shop-focus.tsx';
import { useTeam } from '../../link/use-team.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { ProductChooser } from './composer/product-chooser.tsx';
import { useCampaigns } from './campaigns/use-campaigns.ts';
import { approvalStates, filterStates, type PlanFilter } from './use-plan-filter.ts';

/** Shows only the posts of one account, in one state, with one product. */
export function PlanFilters({ filter }: { filter: PlanFilter }) {
  const { t } = useTranslation('plan');
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      label={t('filter.label')}
      target={
        <Button
          kind={filter.count > 0 ? 'plain' : 'quiet'}
          icon={<IconFilter aria-hidden />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          <span className="plan-filter-word">{t('filter.open', { count: filter.count })}</span>
        </Button>
      }
    >
      <FilterPanel filter={filter} />
    </Popover>
  );
}

function FilterPanel({ filter }: { filter: PlanFilter }) {
  const { t } = useTranslation(['plan', 'ui', 'campaigns']);
  const api = useApi();
  const { has } = useShopFocus();
  const listed = useQuery(api.accounts.list.queryOptions()).data?.accounts ?? [];
  const accounts = listed.filter((account) => has(account.id));
  const campaigns = useCampaigns();
  const { wish } = filter;
  return (
    <div className="filter-panel">
      <SelectField
        label={t('filter.account')}
        value={wish.accountId ?? ''}
        options={[
          { value: '', label: t('allAccounts') },
          ...accounts.map(({ id, network, name, username }) => ({
            value: id,
            label: `${network === 'facebook' ? 'Facebook' : 'Instagram'}, ${username ?? name}`,
          })),
        ]}
        onChange={(id) => filter.choose('accountId', id || undefined)}
      />
      <SelectField
        label={t('filter.state')}
        value={wish.state ?? ''}
        options={[
          { value: '', label: t('filter.allStates') },
          ...filterStates.map((state) => ({ value: state, label: t(`ui:state.${state}`) })),
        ]}
        onChange={(state) => filter.choose('state', state || undefined)}
      />
      {campaigns.length > 0 || wish.campaignId !== undefined ? (
        <SelectField
          label={t('campaigns:field.label')}
          value={wish.campaignId ?? ''}
          options={[
            { value: '', label: t('campaigns:filter.all') },
            ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => filter.choose('campaignId', id || undefined)}
        />
      ) : null}
      <ApprovalPart filter={filter} />
      <ProductPart filter={filter} />
      <Button kind="quiet" disabled={filter.count === 0} onClick={filter.clear}>
        {t('filter.clear')}
      </Button>
    </div>
  );
}

/** Only where the shop has people: what lacks a second person's yes. */
function ApprovalPart({ filter }: { filter: PlanFilter }) {
  const { t } = useTranslation(['plan', 'review']);
  const { people } = useTeam();
  if (people.length === 0) return null;
  return (
    <SelectField
      label={t('filter.approval')}
      value={filter.wish.approval ?? ''}
      options={[
        { value: '', label: t('filter.allApprovals') },
        ...approvalStates.map((value) => ({ value, label: t(`review:mark.${value}`) })),
      ]}
      onChange={(state) => filter.choose('approval', state || undefined)}
    />
  );
}

function ProductPart({ filter }: { filter: PlanFilter }) {
  const { t } = useTranslation('plan');
  const api = useApi();
  const [choosing, setChoosing] = useState(false);
  const product = useQuery(
    api.catalogue.get.queryOptions({
      input: { productId: filter.wish.productId ?? '' },
      enabled: filter.wish.productId !== undefined,
    }),
  );
  if (choosing)
    return (
      <ProductChooser
        onChoose={(productId) => {
          filter.choose('productId', productId);
          setChoosing(false);
        }}
        onClose={() => setChoosing(false)}
      />
    );
  if (filter.wish.productId === undefined)
    return <Button onClick={() => setChoosing(true)}>{t('filter.chooseProduct')}</Button>;
  return (
    <Button icon={<IconX aria-hidden />} onClick={() => filter.choose('productId', undefined)}>
      <span className="cut">{product.data?.title ?? t('filter.product')}</span>
    </Button>
  );
}
