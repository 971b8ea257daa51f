import { useTranslation } from 'react-i18next';
import { role, type Role } from '../../../shared/contract/team.ts';
import { SelectField } from '../../ui/select-field.tsx';

/** What a person may do. */
export function RoleField({
  value,
  onChange,
  labelHidden = false,
}: {
  value: Role;
  onChange: (role: Role) => void;
  labelHidden?: boolean;
}) {
  const { t } = useTranslation('team');
  return (
    <SelectField
      label={t('role')}
      labelHidden={labelHidden}
      value={value}
      options={role.options.map((one) => ({ value: one, label: t(`roles.${one}`) }))}
      onChange={onChange}
    />
  );
}
