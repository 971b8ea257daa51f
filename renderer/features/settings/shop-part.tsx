import { useTranslation } from 'react-i18next';
import type { ShopSettings } from '../../../shared/contract/shop.ts';
import { isKnownZone } from '../../../shared/rules/zoned-time.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TimeField } from '../../ui/time-field.tsx';
import { countryCodes, currencyCodes, nameList, zoneNames } from './choices.ts';
import { useShopForm } from './use-shop-form.ts';

const graces = [0, 15, 30, 60, 120, 240, 720, 1440];

/** Name, country, money, time, and the hours at which the shop usually posts. */
export function ShopPart() {
  const { t, i18n } = useTranslation('settings');
  const { shop, change } = useShopForm();
  if (!shop) return <SkeletonRows />;
  const { language } = i18n;
  const zones = zoneNames(shop.zone).map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }));
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
        <SelectField
          label={t('shop.zone')}
          value={shop.zone}
          options={zones}
          onChange={(zone) => change({ zone }, isKnownZone(zone))}
        />
        <SelectField
          label={t('shop.grace')}
          hint={t('shop.graceHint')}
          value={String(shop.graceMinutes)}
          options={[...new Set([...graces, shop.graceMinutes])].map((minutes) => ({
            value: String(minutes),
            label: graceLabel(minutes),
          }))}
          onChange={(minutes) => change({ graceMinutes: Number(minutes) })}
        />
      </div>
      <UsualHours shop={shop} onChange={(usualTimes) => change({ usualTimes })} />
    </div>
  );

  function graceLabel(minutes: number): string {
    if (minutes === 0) return t('shop.noGrace');
    const [unit, value] = minutes < 60 ? ['minute', minutes] : ['hour', minutes / 60];
    return new Intl.NumberFormat(language, {
      style: 'unit',
      unit: String(unit),
      unitDisplay: 'long',
    }).format(Number(value));
  }
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];

function UsualHours({
  shop,
  onChange,
}: {
  shop: ShopSettings;
  onChange: (usualTimes: ShopSettings['usualTimes']) => void;
}) {
  const { t, i18n } = useTranslation('settings');
  const others = (weekday: number) => shop.usualTimes.filter((one) => one.weekday !== weekday);
  const put = (weekday: number, time: string) =>
    onChange(
      [...others(weekday), { weekday, time }].sort((one, other) => one.weekday - other.weekday),
    );
  return (
    <fieldset>
      <legend className="field-label">{t('shop.hours')}</legend>
      <div className="hours">
        {weekdays.map((weekday) => {
          const usual = shop.usualTimes.find((one) => one.weekday === weekday);
          // 4 January 2027 is a Monday.
          const name = new Intl.DateTimeFormat(i18n.language, {
            weekday: 'long',
            timeZone: 'UTC',
          }).format(Date.UTC(2027, 0, 3 + weekday));
          return (
            <div key={weekday} className="hour">
              <CheckBox
                label={name}
                checked={usual !== undefined}
                onChange={(on) => (on ? put(weekday, '18:30') : onChange(others(weekday)))}
              />
              {usual ? (
                <TimeField
                  label={t('shop.hourOf', { day: name })}
                  labelHidden
                  value={usual.time}
                  onChange={(time) => put(weekday, time)}
                />
              ) : null}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
