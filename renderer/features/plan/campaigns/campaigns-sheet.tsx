import './campaigns.css';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { CampaignForm } from './campaign-form.tsx';
import { CampaignList } from './campaign-list.tsx';
import { CampaignPage } from './campaign-page.tsx';

/** What the sheet shows: all campaigns, a new one, or one by its id. */
export type CampaignPlace = 'all' | 'new' | (string & {});

/** Campaigns, beside the calendar. */
export function CampaignsSheet({
  place,
  today,
  onPlace,
  onPost,
  onShow,
  onClose,
}: {
  place: CampaignPlace;
  today: string;
  onPlace: (place: CampaignPlace) => void;
  onPost: (postId: string) => void;
  /** Narrows the calendar to a campaign and goes to its first day. */
  onShow: (campaign: { id: string; startsOn: string }) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('campaigns');
  return (
    <Sheet
      title={t(place === 'new' ? 'new' : 'title')}
      className="campaigns-sheet"
      widthPx={480}
      onClose={onClose}
    >
      {place === 'all' ? null : (
        <p className="campaigns-back">
          <TextButton onClick={() => onPlace('all')}>
            <IconArrowLeft size={16} stroke={1.5} aria-hidden /> {t('backToAll')}
          </TextButton>
        </p>
      )}
      {place === 'all' ? (
        <CampaignList onOpen={onPlace} />
      ) : place === 'new' ? (
        <CampaignForm today={today} onDone={onPlace} />
      ) : (
        <CampaignPage
          key={place}
          campaignId={place}
          today={today}
          onPost={onPost}
          onShow={onShow}
          onGone={() => onPlace('all')}
        />
      )}
    </Sheet>
  );
}
