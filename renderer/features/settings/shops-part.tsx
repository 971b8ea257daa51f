import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { firstShopId } from '../../../shared/contract/shop.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { Button } from '../../ui/button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ShopAccounts } from './shop-accounts.tsx';
import { ShopBlock } from './shop-block.tsx';
import { ZoneField } from './zone-field.tsx';

/** Further shops, each on its own clocks, and which accounts post for which shop. */
export function ShopsPart() {
  const { t } = useTranslation('settings');
  const api = useApi();
  const list = useQuery(api.shop.list.queryOptions()).data;
  const [adding, setAdding] = useState(false);
  if (!list) return <SkeletonRows />;
  const further = list.shops.filter((shop) => shop.id !== firstShopId);
  return (
    <div className="settings-form">
      {list.accounts.length > 0 ? <ShopAccounts list={list} /> : null}
      {further.map((shop) => (
        <ShopBlock
          key={shop.id}
          shop={shop}
          isEmpty={list.accounts.every((one) => one.shopId !== shop.id)}
        />
      ))}
      {adding ? (
        <NewShop onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button icon={<IconPlus aria-hidden />} onClick={() => setAdding(true)}>
            {t('shops.add')}
          </Button>
        </div>
      )}
    </div>
  );
}

function NewShop({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['settings', 'ui']);
  const api = useApi();
  const formats = useFormats();
  const [name, setName] = useState('');
  const [zone, setZone] = useState(formats.zone);
  const add = useChange(api.shop.add.mutationOptions({ onSuccess: onDone }));
  return (
    <div className="shop-block" role="group" aria-label={t('shops.add')}>
      <div className="settings-pair">
        <TextField label={t('shop.name')} maxLength={80} value={name} onChange={setName} />
        <ZoneField zone={zone} onChange={setZone} />
      </div>
      <div className="settings-line">
        <Button
          kind="primary"
          busy={add.isPending}
          disabled={name.trim() === ''}
          onClick={() => add.mutate({ name: name.trim(), zone })}
        >
          {t('shops.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('ui:back')}
        </Button>
      </div>
    </div>
  );
}
