import './campaigns.css';
import type { CampaignColour } from '../../../../shared/contract/campaigns.ts';

/** The colour of a campaign with its pattern; the name stands beside it. */
export function CampaignMark({ colour }: { colour: CampaignColour }) {
  return <span className={`campaign campaign-${colour} campaign-mark`} aria-hidden />;
}
