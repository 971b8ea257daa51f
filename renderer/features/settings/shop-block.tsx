import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShopPlace } from '../../../shared/contract/shop.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CountryFields } from './country-fields.tsx';
import { GraceField } from './grace-field.tsx';
import { UsualHoursField } from './usual-hours-field.tsx';
import { ZoneField } from './zone-field.tsx';

type Change = Partial<Omit<ShopPlace, 'id'>>;

/** One further shop; shown as it is typed and saved half a second later. */
export function ShopBlock({ shop, isEmpty }: { shop: ShopPlace; isEmpty: boolean }) {
  const { t } = useTranslation('settings');
  const api = useApi();
  const [typed, setTyped] = useState<Change>({});
  const save = useChange(api.shop.change.mutationOptions());
  const saveSoon = useDebouncedCallback(
    (patch: Change) => save.mutate({ ...patch, shopId: shop.id }),
    { delay: 500, flushOnUnmount: true },
  );
  const remove = useChange(api.shop.remove.mutationOptions());
  const shown = { ...shop, ...typed };
  const change = (patch: Change, isValid = true) => {
    const next = { ...typed, ...patch };
    setTyped(next);
    if (isValid) saveSoon(next);
  };
  return (
    <section className="shop-block" aria-label={shop.name}>
      <div className="settings-pair">
        <TextField
          label={t('shop.name')}
          maxLength={80}
          value={shown.name}
          error={shown.name.trim() ? undefined : t('shop.nameNeeded')}
          onChange={(name) => change({ name }, name.trim() !== '')}
        />
        <ZoneField zone={shown.zone} onChange={(zone) => change({ zone })} />
      </div>
      <CountryFields country={shown.country} currency={shown.currency} onChange={change} />
      <GraceField
        minutes={shown.graceMinutes}
        onChange={(graceMinutes) => change({ graceMinutes })}
      />
      <UsualHoursField
        label={t('shop.hours')}
        times={shown.usualTimes}
        onChange={(usualTimes) => change({ usualTimes })}
      />
      <div className="settings-line">
        <Button
          kind="danger"
          busy={remove.isPending}
          disabled={!isEmpty}
          onClick={() => remove.mutate({ shopId: shop.id })}
        >
          {t('shops.remove')}
        </Button>
        {isEmpty ? null : <span className="small muted">{t('shops.removeHow')}</span>}
      </div>
    </section>
  );
}
