import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../../link/link-provider.tsx';
import { useChange } from '../../../../link/use-change.ts';
import { Button } from '../../../../ui/button.tsx';
import { ProgressBar } from '../../../../ui/progress-bar.tsx';
import type { RunningFix } from './use-fixes.ts';

/** A film on its way, with what is left of it and a way to stop it. */
export function RunningFilm({
  running,
  onEnd,
}: {
  running: RunningFix;
  /** With the new film, or nothing when it was stopped or could not be made. */
  onEnd: (assetId: string | undefined) => void;
}) {
  const { t } = useTranslation('composer');
  const api = useApi();
  const cancel = useChange(api.jobs.cancel.mutationOptions());
  const { data: job } = useQuery(
    api.jobs.get.queryOptions({ input: { jobId: running.jobId }, staleTime: 0 }),
  );
  const state = job?.state;
  const assetId = job?.files[0]?.assetId;
  useEffect(() => {
    if (state === 'done') onEnd(assetId);
    else if (state === 'cancelled') onEnd(undefined);
    // `onEnd` changes with every key; the job ends once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [state, assetId]);
  if (state === 'failed' && job?.problem)
    return (
      <li className="check-error">
        <span className="grow">
          {job.problem.title} {job.problem.todo}
        </span>
        <Button onClick={() => onEnd(undefined)}>{t('fix.close')}</Button>
      </li>
    );
  return (
    <li className="check-running">
      <span className="grow">
        {t('fix.film')}
        <ProgressBar frac={job?.progressFrac ?? 0} label={t('fix.film')} />
      </span>
      <Button busy={cancel.isPending} onClick={() => cancel.mutate({ jobId: running.jobId })}>
        {t('fix.stop')}
      </Button>
    </li>
  );
}
