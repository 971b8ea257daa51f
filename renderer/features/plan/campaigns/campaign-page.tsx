import { IconArchive, IconCalendar, IconEdit, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import type { PostTile } from '../../../../shared/contract/posts.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi, useStudio } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { PostState } from '../../../ui/post-state.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { Row } from '../../../ui/row.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { CampaignForm } from './campaign-form.tsx';
import { CampaignMark } from './campaign-mark.tsx';
import { GoalBar } from './goal-bar.tsx';
import { useCampaignDays } from './use-campaign-days.ts';

type Shown = Campaign & { tiles: PostTile[] };

/** One campaign: its days, how far its goal is, its posts, and what can be done with it. */
export function CampaignPage({
  campaignId,
  today,
  onPost,
  onShow,
  onGone,
}: {
  campaignId: string;
  today: string;
  onPost: (postId: string) => void;
  onShow: (campaign: Campaign) => void;
  onGone: () => void;
}) {
  const api = useApi();
  const problem = useProblem();
  const [editing, setEditing] = useState(false);
  const asked = useQuery(api.campaigns.get.queryOptions({ input: { campaignId } }));
  if (asked.error) return <ProblemBlock problem={problem(asked.error)} />;
  const campaign = asked.data;
  if (!campaign) return <SkeletonRows count={5} />;
  if (editing)
    return <CampaignForm campaign={campaign} today={today} onDone={() => setEditing(false)} />;
  return (
    <>
      <Facts campaign={campaign} />
      <Deeds
        campaign={campaign}
        onEdit={() => setEditing(true)}
        onShow={() => onShow(campaign)}
        onGone={onGone}
      />
      <Posts tiles={campaign.tiles} onPost={onPost} />
    </>
  );
}

function Facts({ campaign }: { campaign: Shown }) {
  const { t } = useTranslation('campaigns');
  const days = useCampaignDays();
  const { counts, goal, progress } = campaign;
  return (
    <section className="campaign-part">
      <h3 className="campaign-title">
        <CampaignMark colour={campaign.colour} />
        <span>{campaign.name}</span>
      </h3>
      <p className="small muted num">
        {days(campaign)}
        {campaign.isArchived ? ` · ${t('isArchived')}` : ''}
      </p>
      {goal?.words ? <p>{goal.words}</p> : null}
      {progress ? <GoalBar campaign={campaign} progress={progress} /> : null}
      <p className="campaign-facts small num">
        <span>{t('published', { count: counts.published })}</span>
        <span>{t('planned', { count: counts.planned })}</span>
        <span>{t('drafts', { count: counts.drafts })}</span>
        {counts.asking > 0 ? <b>{t('asking', { count: counts.asking })}</b> : null}
        <span>{t('comments', { count: counts.comments })}</span>
      </p>
    </section>
  );
}

function Deeds({
  campaign,
  onEdit,
  onShow,
  onGone,
}: {
  campaign: Shown;
  onEdit: () => void;
  onShow: () => void;
  onGone: () => void;
}) {
  const { t } = useTranslation('campaigns');
  const api = useApi();
  const { client } = useStudio();
  const toast = useToast();
  const { id: campaignId, name, isArchived } = campaign;
  const archive = useChange(api.campaigns.archive.mutationOptions());
  const restore = useChange({ mutationFn: () => client.campaigns.restore({ campaignId }) });
  const remove = useChange(
    api.campaigns.remove.mutationOptions({
      onSuccess: () => {
        onGone();
        toast({ text: t('removed', { name }), undo: () => restore.mutate() });
      },
    }),
  );
  return (
    <div className="campaign-deeds">
      <Button icon={<IconCalendar aria-hidden />} onClick={onShow}>
        {t('showInCalendar')}
      </Button>
      <Button icon={<IconEdit aria-hidden />} onClick={onEdit}>
        {t('edit')}
      </Button>
      <Button
        icon={<IconArchive aria-hidden />}
        busy={archive.isPending}
        onClick={() => archive.mutate({ campaignId, archived: !isArchived })}
      >
        {t(isArchived ? 'unarchive' : 'archive')}
      </Button>
      <Button
        kind="quiet"
        icon={<IconTrash aria-hidden />}
        busy={remove.isPending}
        onClick={() => remove.mutate({ campaignId })}
      >
        {t('remove')}
      </Button>
    </div>
  );
}

function Posts({
  tiles,
  onPost,
}: {
  tiles: readonly PostTile[];
  onPost: (postId: string) => void;
}) {
  const { t } = useTranslation('campaigns');
  const formats = useFormats();
  return (
    <section className="campaign-part">
      <h3>{t('itsPosts')}</h3>
      {tiles.length === 0 ? <p className="small muted">{t('noPosts')}</p> : null}
      <div className="campaign-posts">
        {tiles.map((tile) => (
          <Row key={tile.id} tall onClick={() => onPost(tile.id)}>
            <Thumbnail url={tile.thumbUrl} />
            <span className="campaign-post">
              <span className="cut">{tile.title}</span>
              <span className="small muted num">{tile.at ? formats.dateTime(tile.at) : ''}</span>
            </span>
            <PostState state={tile.state} />
          </Row>
        ))}
      </div>
    </section>
  );
}
