import { useTranslation } from 'react-i18next';
import type { Batch } from '../../../shared/contract/batches.ts';
import { useProblem } from '../../link/use-problem.ts';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import type { OpenBatch } from './use-batch.ts';

/** How far a batch is, how fast, and ways to hold and stop it; afterwards what came of it. */
export function BatchState({ work }: { work: OpenBatch }) {
  const { t } = useTranslation(['studio-page', 'batch']);
  const problem = useProblem();
  const { batch, isRunning } = work;
  if (work.error) return <ProblemBlock problem={problem(work.error)} />;
  if (!batch) return null;
  if (batch.problem) return <ProblemBlock problem={batch.problem} />;
  const { progress } = batch;
  return (
    <div className="studio-job">
      <div className="studio-job-line small">
        <BatchWords batch={batch} />
        <span className="studio-job-deeds">
          {isRunning ? <TextButton onClick={work.pause}>{t('batch:pause')}</TextButton> : null}
          {batch.state === 'paused' ? (
            <TextButton onClick={work.resume}>{t('batch:resume')}</TextButton>
          ) : null}
          {isRunning || batch.state === 'paused' ? (
            <TextButton onClick={work.cancel}>{t('job.cancel')}</TextButton>
          ) : null}
        </span>
      </div>
      {isRunning ? (
        <ProgressBar
          {...(progress ? { frac: progress.done / Math.max(1, progress.total) } : {})}
          label={t('job.label.pictures')}
        />
      ) : null}
    </div>
  );
}

function BatchWords({ batch }: { batch: Batch }) {
  const { t } = useTranslation(['studio-page', 'batch']);
  const { counts, progress, state } = batch;
  const words = t(`job.pictures.${state === 'running' ? 'running' : wordsOf(state)}`, {
    done: counts.made,
    count: counts.wanted,
  });
  const parts = [
    state === 'paused' ? t('batch:paused') : undefined,
    words,
    progress?.secondsLeft === undefined ? undefined : timeLeft(progress.secondsLeft),
    progress?.picturesPerSecond === undefined
      ? undefined
      : t('batch:pace', { count: progress.picturesPerSecond }),
    counts.problems > 0 ? t('batch:lost', { count: counts.problems }) : undefined,
  ];
  return (
    <span className="muted num" role="status">
      {parts.filter((part) => part !== undefined).join(', ')}
    </span>
  );

  function timeLeft(seconds: number): string {
    return seconds < 90
      ? t('job.secondsLeft', { count: Math.max(1, Math.round(seconds)) })
      : t('job.minutesLeft', { count: Math.round(seconds / 60) });
  }
}

function wordsOf(state: Batch['state']): 'queued' | 'done' {
  return state === 'queued' ? 'queued' : 'done';
}
