import './campaigns.css';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { CampaignMark } from './campaign-mark.tsx';
import { layBars } from './campaign-lanes.ts';

/** The campaigns over the days of a row, each with its name; a click opens it. */
export function CampaignBars({
  campaigns,
  dates,
  most = 2,
  onOpen,
}: {
  campaigns: readonly Campaign[];
  dates: readonly string[];
  most?: number;
  onOpen: (campaignId: string) => void;
}) {
  const { t } = useTranslation('campaigns');
  const { bars, left } = layBars(campaigns, dates, most);
  if (bars.length === 0) return null;
  const columns = `repeat(${dates.length}, minmax(0, 1fr))`;
  return (
    <div className="campaign-bars" style={{ gridTemplateColumns: columns }}>
      {bars.map(({ campaign, lane, from, to, isFromBefore, goesOn }) => (
        <button
          key={campaign.id}
          type="button"
          className={[
            `campaign campaign-${campaign.colour} campaign-bar`,
            isFromBefore && 'campaign-bar-from-before',
            goesOn && 'campaign-bar-goes-on',
          ]
            .filter(Boolean)
            .join(' ')}
          style={{ gridColumn: `${from + 1} / ${to + 2}`, gridRow: lane + 1 }}
          aria-label={t('barName', { name: campaign.name })}
          title={campaign.name}
          onClick={() => onOpen(campaign.id)}
        >
          <CampaignMark colour={campaign.colour} />
          <span className="cut">{campaign.name}</span>
        </button>
      ))}
      {left > 0 ? (
        <span className="campaign-bars-more small muted num">{t('moreBars', { count: left })}</span>
      ) : null}
    </div>
  );
}
