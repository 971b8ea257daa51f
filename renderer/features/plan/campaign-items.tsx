import type { TFunction } from 'i18next';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { CampaignMark } from './campaigns/campaign-mark.tsx';

/** A campaign to put posts into, or none, as lines of a menu. */
export function campaignItems(
  campaigns: readonly Campaign[],
  onChoose: (campaign: Campaign | undefined) => void,
  t: TFunction<'plan'>,
): MenuItem[] {
  const all = campaigns.map((campaign): MenuItem => ({
    label: campaign.name,
    icon: <CampaignMark colour={campaign.colour} />,
    run: () => onChoose(campaign),
  }));
  const none: MenuItem = { label: t('bulk.noCampaign'), run: () => onChoose(undefined) };
  return all.length > 0 ? [...all, 'line', none] : [none];
}
