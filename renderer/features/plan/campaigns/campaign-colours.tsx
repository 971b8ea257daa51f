import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { campaignColour, type CampaignColour } from '../../../../shared/contract/campaigns.ts';
import { arrowKeyHandler } from '../../../ui/use-arrow-keys.ts';
import { CampaignMark } from './campaign-mark.tsx';

/** One of the fixed colours, each with its pattern and its word. */
export function CampaignColours({
  value,
  onChange,
}: {
  value: CampaignColour;
  onChange: (colour: CampaignColour) => void;
}) {
  const { t } = useTranslation('campaigns');
  const id = useId();
  const colours = campaignColour.options;
  return (
    <div>
      <span id={id} className="field-label">
        {t('colour')}
      </span>
      <div className="campaign-colours" role="radiogroup" aria-labelledby={id}>
        {colours.map((colour) => (
          <button
            key={colour}
            type="button"
            role="radio"
            aria-checked={colour === value}
            tabIndex={colour === value ? 0 : -1}
            className={`campaign campaign-${colour}`}
            onKeyDown={arrowKeyHandler(colours, value, onChange)}
            onClick={() => onChange(colour)}
          >
            <CampaignMark colour={colour} />
            {t(`colours.${colour}`)}
          </button>
        ))}
      </div>
    </div>
  );
}
