import { useTranslation } from 'react-i18next';
import {
  campaignLink,
  derivedUtm,
  utmKeys,
  type OwnUtm,
  type UtmKey,
} from '../../../../shared/rules/campaign-link.ts';
import { TextField } from '../../../ui/text-field.tsx';

/** What the links of the campaign carry: derived, changeable, with an example of the result. */
export function CampaignUtm({
  name,
  utm,
  onChange,
}: {
  name: string;
  utm: Record<UtmKey, string>;
  onChange: (part: OwnUtm & Partial<Record<UtmKey, string>>) => void;
}) {
  const { t } = useTranslation('campaigns');
  const example = { network: 'facebook', title: t('utm.examplePost') } as const;
  const derived = derivedUtm({ name }, example);
  return (
    <details className="campaign-part">
      <summary>{t('utm.title')}</summary>
      <p className="small muted">{t('utm.text')}</p>
      <div className="campaign-pair">
        {utmKeys.map((key) => (
          <TextField
            key={key}
            label={`utm_${key}`}
            maxLength={100}
            placeholder={key === 'content' ? t('utm.perPost') : derived[key]}
            hint={key === 'source' ? t('utm.perNetwork') : undefined}
            value={utm[key]}
            onChange={(text) => onChange({ [key]: text })}
          />
        ))}
      </div>
      <p className="small muted campaign-link">
        {campaignLink('https://www.exemple.fr/nouveautes', { name, utm }, example)}
      </p>
    </details>
  );
}
