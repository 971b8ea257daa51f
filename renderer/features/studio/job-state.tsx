import { useTranslation } from 'react-i18next';
import type { Job } from '../../../shared/contract/jobs.ts';
import { useProblem } from '../../link/use-problem.ts';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { useTimeLeft } from './use-time-left.ts';

type Kind = 'pictures' | 'video';

/** How far the work is, how long it still takes, and a way to stop it; afterwards what came of it. */
export function JobState({
  work,
  kind,
}: {
  work: { job: Job | undefined; isRunning: boolean; error: unknown; cancel: () => void };
  kind: Kind;
}) {
  const { t } = useTranslation('studio-page');
  const problem = useProblem();
  const { job, isRunning } = work;
  if (work.error) return <ProblemBlock problem={problem(work.error)} />;
  if (job?.state === 'failed' && job.problem)
    return <ProblemBlock problem={{ ...job.problem, code: job.code }} />;
  return (
    <div className="studio-job">
      <div className="studio-job-line small">
        <JobWords job={job} kind={kind} />
        {isRunning ? <TextButton onClick={work.cancel}>{t('job.cancel')}</TextButton> : null}
      </div>
      {isRunning ? (
        <ProgressBar
          {...(job?.state === 'running' ? { frac: job.progressFrac } : {})}
          label={t(`job.label.${kind}`)}
        />
      ) : null}
    </div>
  );
}

function JobWords({ job, kind }: { job: Job | undefined; kind: Kind }) {
  const { t } = useTranslation('studio-page');
  const timeLeft = useTimeLeft();
  const left = job?.state === 'running' ? job.secondsLeft : undefined;
  const counts = { done: job?.done ?? 0, count: job?.total ?? 0 };
  const state = job === undefined || job.state === 'queued' ? 'queued' : job.state;
  const percent = Math.round((job?.progressFrac ?? 0) * 100);
  return (
    <span className="muted num" role="status">
      {t(`job.${kind}.${state}`, { ...counts, percent })}
      {left === undefined ? null : `, ${timeLeft(left)}`}
    </span>
  );
}
