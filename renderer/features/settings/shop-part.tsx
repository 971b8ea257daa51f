import { useTranslation } from 'react-i18next';
import { HoursLines } from '../../ui/hours-lines.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CountryFields } from './country-fields.tsx';
import { GraceField } from './grace-field.tsx';
import { useShopForm } from './use-shop-form.ts';
import { UsualHoursField } from './usual-hours-field.tsx';
import { ZoneField } from './zone-field.tsx';

/** Name, country, money, time, and the hours at which the shop usually posts. */
export function ShopPart() {
  const { t } = useTranslation('settings');
  const { shop, change } = useShopForm();
  if (!shop) return <SkeletonRows />;
  return (
    <div className="settings-form">
      <TextField
        label={t('shop.name')}
        maxLength={80}
        value={shop.name}
        error={shop.name.trim() ? undefined : t('shop.nameNeeded')}
        onChange={(name) => change({ name }, name.trim() !== '')}
      />
      <CountryFields country={shop.country} currency={shop.currency} onChange={change} />
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
      <HoursLines
        label={t('shop.opening')}
        labelShown
        lines={shop.openingHours ?? []}
        most={7}
        maxLetters={28}
        hint={t('shop.openingHint')}
        onChange={(openingHours) => change({ openingHours })}
      />
      <TextField
        label={t('shop.copyright')}
        maxLength={200}
        value={shop.copyright ?? ''}
        hint={t('shop.copyrightHint')}
        onChange={(copyright) => change({ copyright })}
      />
    </div>
  );
}
