import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccountPlace, ShopList } from '../../../shared/contract/shop.ts';
import type { UsualTime } from '../../../shared/rules/calendar-grid.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { UsualHoursField } from './usual-hours-field.tsx';

/** To which shop each account belongs, and hours of its own where it has some. */
export function ShopAccounts({ list }: { list: ShopList }) {
  const { t } = useTranslation('settings');
  return (
    <div className="shop-accounts">
      <h3 className="field-label">{t('shops.accounts')}</h3>
      {list.accounts.map((place) => (
        <AccountRow key={place.accountId} place={place} list={list} />
      ))}
    </div>
  );
}

function AccountRow({ place, list }: { place: AccountPlace; list: ShopList }) {
  const { t } = useTranslation('settings');
  const api = useApi();
  const { accountId, shopId, usualTimes } = place;
  const accounts = useQuery(api.accounts.list.queryOptions()).data?.accounts;
  const account = accounts?.find((one) => one.id === accountId);
  const assign = useChange(api.shop.assign.mutationOptions());
  const setTimes = useChange(api.shop.setAccountTimes.mutationOptions());
  if (!account) return null;
  const name = account.username ?? account.name;
  const shopTimes = list.shops.find((shop) => shop.id === shopId)?.usualTimes ?? [];
  const put = (times: readonly UsualTime[]) =>
    setTimes.mutate({ accountId, usualTimes: [...times] });
  return (
    <div className="shop-account">
      <span>
        <NetworkIcon network={account.network} />
        <span className="cut">{name}</span>
      </span>
      <SelectField
        label={t('shops.of', { name })}
        labelHidden
        value={shopId}
        options={list.shops.map((shop) => ({ value: shop.id, label: shop.name }))}
        onChange={(next) => assign.mutate({ accountId, shopId: next })}
      />
      <div className="usual-own">
        <Switch
          label={t('shops.ownHours', { name })}
          checked={usualTimes !== undefined}
          busy={setTimes.isPending}
          onChange={(on) => put(on ? (shopTimes.length > 0 ? shopTimes : evenings) : [])}
        />
        {usualTimes ? (
          <UsualHoursField label={t('shops.hoursOf', { name })} times={usualTimes} onChange={put} />
        ) : null}
      </div>
    </div>
  );
}

/** To begin with, where the shop has no hours itself. */
const evenings: readonly UsualTime[] = [{ weekday: 2, time: '18:30' }];
