import { IconFilter, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../link/link-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { ProductChooser } from './composer/product-chooser.tsx';
import { filterStates, type PlanFilter } from './use-plan-filter.ts';

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
  const { t } = useTranslation(['plan', 'ui']);
  const api = useApi();
  const accounts = useQuery(api.accounts.list.queryOptions()).data?.accounts ?? [];
  return (
    <div className="filter-panel">
      <SelectField
        label={t('filter.account')}
        value={filter.accountId ?? ''}
        options={[
          { value: '', label: t('allAccounts') },
          ...accounts.map(({ id, network, name, username }) => ({
            value: id,
            label: `${network === 'facebook' ? 'Facebook' : 'Instagram'}, ${username ?? name}`,
          })),
        ]}
        onChange={(id) => filter.setAccountId(id || undefined)}
      />
      <SelectField
        label={t('filter.state')}
        value={filter.state ?? ''}
        options={[
          { value: '', label: t('filter.allStates') },
          ...filterStates.map((state) => ({ value: state, label: t(`ui:state.${state}`) })),
        ]}
        onChange={(state) => filter.setState(state || undefined)}
      />
      <ProductPart filter={filter} />
      <Button kind="quiet" disabled={filter.count === 0} onClick={filter.clear}>
        {t('filter.clear')}
      </Button>
    </div>
  );
}

function ProductPart({ filter }: { filter: PlanFilter }) {
  const { t } = useTranslation('plan');
  const api = useApi();
  const [choosing, setChoosing] = useState(false);
  const product = useQuery(
    api.catalogue.get.queryOptions({
      input: { productId: filter.productId ?? '' },
      enabled: filter.productId !== undefined,
    }),
  );
  if (choosing)
    return (
      <ProductChooser
        onChoose={(productId) => {
          filter.setProductId(productId);
          setChoosing(false);
        }}
        onClose={() => setChoosing(false)}
      />
    );
  if (filter.productId === undefined)
    return <Button onClick={() => setChoosing(true)}>{t('filter.chooseProduct')}</Button>;
  return (
    <Button icon={<IconX aria-hidden />} onClick={() => filter.setProductId(undefined)}>
      <span className="cut">{product.data?.title ?? t('filter.product')}</span>
    </Button>
  );
}
