import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.tsx';
import { countryCodes, currencyCodes, nameList } from './choices.ts';

type Money = { country: string; currency: string };

/** In which country a shop is, and in which money its prices are. */
export function CountryFields({
  country,
  currency,
  onChange,
}: Money & { onChange: (change: Partial<Money>) => void }) {
  const { t, i18n } = useTranslation('settings');
  return (
    <div className="settings-pair">
      <SelectField
        label={t('shop.country')}
        value={country}
        options={nameList('region', countryCodes, country, i18n.language)}
        onChange={(next) => onChange({ country: next })}
      />
      <SelectField
        label={t('shop.currency')}
        value={currency}
        options={nameList('currency', currencyCodes, currency, i18n.language)}
        onChange={(next) => onChange({ currency: next })}
      />
    </div>
  );
}
