import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { countryCodes, currencyCodes, nameList } from './choices.ts';
import { GraceField } from './grace-field.tsx';
import { useShopForm } from './use-shop-form.ts';
import { UsualHoursField } from './usual-hours-field.tsx';
import { ZoneField } from './zone-field.tsx';

/** Name, country, money, time, and the hours at which the shop usually posts. */
export function ShopPart() {
  const { t, i18n } = useTranslation('settings');
  const { shop, change } = useShopForm();
  if (!shop) return <SkeletonRows />;
  const { language } = i18n;
  return (
    <div className="settings-form">
      <TextField
        label={t('shop.name')}
        maxLength={80}
        value={shop.name}
        error={shop.name.trim() ? undefined : t('shop.nameNeeded')}
        onChange={(name) => change({ name }, name.trim() !== '')}
      />
      <div className="settings-pair">
        <SelectField
          label={t('shop.country')}
          value={shop.country}
          options={nameList('region', countryCodes, shop.country, language)}
          onChange={(country) => change({ country })}
        />
        <SelectField
          label={t('shop.currency')}
          value={shop.currency}
          options={nameList('currency', currencyCodes, shop.currency, language)}
          onChange={(currency) => change({ currency })}
        />
      </div>
      <div className="settings-pair">
        <ZoneField zone={shop.zone} onChange={(zone) => change({ zone })} />
        <GraceField
          minutes={shop.graceMinutes}
          onChange={(graceMinutes) => change({ graceMinutes })}
        />
      </div>
      <UsualHoursField
        label={t('shop.hours')}
        times={shop.usualTimes}
        onChange={(usualTimes) => change({ usualTimes })}
      />
    </div>
  );
}
