import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../shared/contract/jobs.ts';
import { useApi } from '../link/link-provider.tsx';
import { useChange } from '../link/use-change.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { StateSign } from '../ui/state-sign.tsx';
import { TextButton } from '../ui/text-button.tsx';

/** Pictures or a video being made: how far, how long still, and where the result is. */
export function JobLine({
  job,
  canGoFirst,
  onClose,
}: {
  job: Job;
  /** Others wait before it. */
  canGoFirst: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('shell');
  const api = useApi();
  const navigate = useNavigate();
  const cancel = useChange(api.jobs.cancel.mutationOptions());
  const first = useChange(api.jobs.first.mutationOptions());
  const running = job.state === 'running' || job.state === 'queued';
  const show = () => {
    onClose();
    void navigate({ to: '/studio', search: { job: job.jobId } });
  };
  return (
    <li>
      <div className="outbox-line">
        <span className="outbox-words">
          <span className="cut">{job.title}</span>
          <JobState job={job} />
        </span>
        {canGoFirst ? (
          <TextButton onClick={() => first.mutate({ jobId: job.jobId })}>
            {t('outbox.first')}
          </TextButton>
        ) : null}
        {running ? (
          <TextButton onClick={() => cancel.mutate({ jobId: job.jobId })}>
            {t('outbox.cancel')}
          </TextButton>
        ) : null}
        {job.state === 'done' ? <TextButton onClick={show}>{t('outbox.show')}</TextButton> : null}
      </div>
      {job.state === 'running' ? <ProgressBar frac={job.progressFrac} label={job.title} /> : null}
    </li>
  );
}

function JobState({ job }: { job: Job }) {
  const { t } = useTranslation('shell');
  // Of a single file only its share tells how far it is.
  const isOne = job.state === 'running' && job.total === 1;
  const percent = Math.round(job.progressFrac * 100);
  const word = isOne
    ? t('outbox.job.percent', { percent })
    : t(`outbox.job.${job.state}`, { done: job.done, total: job.total });
  if (job.state === 'done')
    return (
      <StateSign tone="leaf" icon={<IconCircleCheck aria-hidden />}>
        {word}
      </StateSign>
    );
  if (job.state === 'failed')
    return (
      <StateSign tone="berry" icon={<IconAlertTriangle aria-hidden />}>
        {job.problems[0]?.problem.title ?? word}
      </StateSign>
    );
  const left = job.secondsLeft;
  return (
    <span className="small muted num">
      {word}
      {job.state === 'running' && left !== undefined ? `, ${timeLeft(left)}` : ''}
    </span>
  );

  function timeLeft(seconds: number): string {
    return seconds < 90
      ? t('outbox.secondsLeft', { count: Math.max(1, Math.round(seconds)) })
      : t('outbox.minutesLeft', { count: Math.round(seconds / 60) });
  }
}
