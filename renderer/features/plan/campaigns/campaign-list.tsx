import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { CampaignMark } from './campaign-mark.tsx';
import { GoalBar } from './goal-bar.tsx';
import { useCampaignDays } from './use-campaign-days.ts';

/** All campaigns, those that were put away on demand. */
export function CampaignList({ onOpen }: { onOpen: (place: string) => void }) {
  const { t } = useTranslation('campaigns');
  const api = useApi();
  const [withArchived, setWithArchived] = useState(false);
  const open = useQuery(api.campaigns.list.queryOptions({ input: {} }));
  const archived = useQuery(
    api.campaigns.list.queryOptions({ input: { archived: true }, enabled: withArchived }),
  );
  if (!open.data) return <SkeletonRows count={4} />;
  const add = (
    <Button kind="primary" icon={<IconPlus aria-hidden />} onClick={() => onOpen('new')}>
      {t('new')}
    </Button>
  );
  return (
    <>
      {open.data.items.length === 0 ? (
        <EmptyState title={t('empty.title')} text={t('empty.text')} action={add} />
      ) : (
        <>
          <p>{add}</p>
          <Rows campaigns={open.data.items} onOpen={onOpen} />
        </>
      )}
      <p>
        <TextButton className="small" onClick={() => setWithArchived(!withArchived)}>
          {t(withArchived ? 'hideArchived' : 'showArchived')}
        </TextButton>
      </p>
      {withArchived && archived.data ? (
        archived.data.items.length > 0 ? (
          <Rows campaigns={archived.data.items} onOpen={onOpen} />
        ) : (
          <p className="small muted">{t('noArchived')}</p>
        )
      ) : null}
    </>
  );
}

function Rows({
  campaigns,
  onOpen,
}: {
  campaigns: readonly Campaign[];
  onOpen: (campaignId: string) => void;
}) {
  const { t } = useTranslation('campaigns');
  const days = useCampaignDays();
  return (
    <ul className="campaign-list">
      {campaigns.map((campaign) => (
        <li key={campaign.id}>
          <button type="button" className="campaign-row" onClick={() => onOpen(campaign.id)}>
            <CampaignMark colour={campaign.colour} />
            <b className="cut">{campaign.name}</b>
            <span className="small muted num">{t('posts', { count: campaign.counts.posts })}</span>
            <span className="small muted num">{days(campaign)}</span>
            {campaign.progress ? (
              <GoalBar campaign={campaign} progress={campaign.progress} />
            ) : null}
          </button>
        </li>
      ))}
    </ul>
  );
}
