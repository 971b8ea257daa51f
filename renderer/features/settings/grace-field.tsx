import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.tsx';

const graces = [0, 15, 30, 60, 120, 240, 720, 1440];

/** How late a post may still go out without asking. */
export function GraceField({
  minutes,
  onChange,
}: {
  minutes: number;
  onChange: (minutes: number) => void;
}) {
  const { t, i18n } = useTranslation('settings');
  const words = (value: number): string => {
    if (value === 0) return t('shop.noGrace');
    const [unit, count] = value < 60 ? ['minute', value] : ['hour', value / 60];
    return new Intl.NumberFormat(i18n.language, {
      style: 'unit',
      unit: String(unit),
      unitDisplay: 'long',
    }).format(Number(count));
  };
  return (
    <SelectField
      label={t('shop.grace')}
      hint={t('shop.graceHint')}
      value={String(minutes)}
      options={[...new Set([...graces, minutes])].map((value) => ({
        value: String(value),
        label: words(value),
      }))}
      onChange={(value) => onChange(Number(value))}
    />
  );
}
