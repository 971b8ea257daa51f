import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { TextButton } from '../../../ui/text-button.tsx';

/** How far the pictures are, how long they still take, and the way to stop them. */
export function MakingLine({ jobId, onCancel }: { jobId: string; onCancel: () => void }) {
  const { t } = useTranslation('series');
  const api = useApi();
  const job = useQuery(api.jobs.get.queryOptions({ input: { jobId } }));
  if (!job.data) return null;
  const { done, total, progressFrac, secondsLeft } = job.data;
  return (
    <div className="fp-making">
      <div className="fp-making-line small num">
        <span role="status">
          {t('making.done', { done, count: total })}
          {secondsLeft === undefined
            ? ''
            : ` · ${t('making.left', { count: Math.ceil(secondsLeft) })}`}
        </span>
        <TextButton onClick={onCancel}>{t('making.cancel')}</TextButton>
      </div>
      <ProgressBar frac={progressFrac} label={t('making.label')} />
    </div>
  );
}
