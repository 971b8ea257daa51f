import { useTranslation } from 'react-i18next';
import { isKnownZone } from '../../../shared/rules/zoned-time.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { zoneNames } from './choices.ts';

/** One of the time zones that the machine knows. */
export function ZoneField({ zone, onChange }: { zone: string; onChange: (zone: string) => void }) {
  const { t } = useTranslation('settings');
  return (
    <SelectField
      label={t('shop.zone')}
      value={zone}
      options={zoneNames(zone).map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
      onChange={(next) => isKnownZone(next) && onChange(next)}
    />
  );
}
