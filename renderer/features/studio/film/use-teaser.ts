import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { isUnderway } from '../use-render-job.ts';

/** Has a teaser made and tells how far it is; what refused it is shown where it was asked for. */
export function useTeaser() {
  const api = useApi();
  const [jobId, setJobId] = useState<string>();
  const order = useChange(
    api.films.teaser.mutationOptions({
      onSuccess: (answer) => setJobId(answer.jobId),
      onError: () => setJobId(undefined),
    }),
  );
  const cancel = useChange(api.jobs.cancel.mutationOptions());
  const query = useQuery(
    api.jobs.get.queryOptions({ input: { jobId: jobId ?? '-' }, enabled: jobId !== undefined }),
  );
  const job = jobId === undefined ? undefined : query.data;
  return {
    job,
    file: job?.state === 'done' ? job.files[0] : undefined,
    isOrdering: order.isPending,
    isRunning: jobId !== undefined && !query.error && (!job || isUnderway(job)),
    error: order.error ?? (jobId === undefined ? null : query.error),
    make: order.mutate,
    cancel: () => {
      if (jobId !== undefined) cancel.mutate({ jobId });
    },
    /** To make another. */
    forget: () => setJobId(undefined),
  };
}

export type TeaserWork = ReturnType<typeof useTeaser>;
