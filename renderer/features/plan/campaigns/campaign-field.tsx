import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { useCampaigns } from './use-campaigns.ts';

/** To which campaign a post belongs. `value` is undefined for none; `onChange` says `null` for none, as
 *  saving a post wants it. A campaign that was put away stays in the list of the post that has it. */
export function CampaignField({
  value,
  onChange,
  disabled = false,
  labelHidden = false,
}: {
  value: string | null | undefined;
  onChange: (campaignId: string | null) => void;
  disabled?: boolean;
  labelHidden?: boolean;
}) {
  const { t } = useTranslation('campaigns');
  const api = useApi();
  const campaigns = useCampaigns();
  const isKnown = !value || campaigns.some((one) => one.id === value);
  const own = useQuery(
    api.campaigns.get.queryOptions({ input: { campaignId: value ?? '' }, enabled: !isKnown }),
  ).data;
  const listed = own && !isKnown ? [...campaigns, own] : campaigns;
  return (
    <SelectField
      label={t('field.label')}
      labelHidden={labelHidden}
      disabled={disabled}
      value={value ?? ''}
      options={[
        { value: '', label: t('field.none') },
        ...listed.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(id) => onChange(id || null)}
    />
  );
}
