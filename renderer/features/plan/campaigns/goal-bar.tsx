import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';

/** How far a goal with a number is, in words and as a bar. */
export function GoalBar({
  campaign,
  progress,
}: {
  campaign: Pick<Campaign, 'goal'>;
  progress: NonNullable<Campaign['progress']>;
}) {
  const { t } = useTranslation('campaigns');
  const { number } = useFormats();
  const { reached, count } = progress;
  const said = t(`reached.${campaign.goal?.kind ?? 'other'}`, {
    reached: number(reached),
    goal: number(count),
    count,
  });
  return (
    <span className="goal-bar">
      <span className="small num">{said}</span>
      <ProgressBar frac={reached / count} label={said} />
    </span>
  );
}
