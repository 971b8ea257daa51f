import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Job } from '../../../shared/contract/jobs.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';

/** A job as it goes on, with the order it was given; only the latest is followed. */
export function useRenderJob<Order>(
  start: { jobId: string | undefined; order: Order | undefined } | undefined,
) {
  const api = useApi();
  const [followed, setFollowed] = useState(start ?? { jobId: undefined, order: undefined });
  const render = useChange(api.studio.render.mutationOptions());
  const cancel = useChange(api.jobs.cancel.mutationOptions());
  const { jobId, order } = followed;
  const query = useQuery(
    api.jobs.get.queryOptions({ input: { jobId: jobId ?? '-' }, enabled: jobId !== undefined }),
  );
  const job = jobId === undefined ? undefined : query.data;
  return {
    ...{ job, jobId, order },
    isOrdering: render.isPending,
    isRunning: jobId !== undefined && !query.error && (!job || isUnderway(job)),
    /** The job itself could not be read, as when it is too old. */
    error: query.error,
    run: (input: Parameters<typeof render.mutate>[0], asked: Order) =>
      render.mutate(input, {
        onSuccess: (made) => setFollowed({ jobId: made.jobId, order: asked }),
      }),
    cancel: () => {
      if (jobId !== undefined) cancel.mutate({ jobId });
    },
    follow: (next: string, its?: Order) => setFollowed({ jobId: next, order: its }),
    forget: () => setFollowed({ jobId: undefined, order: undefined }),
  };
}

export function isUnderway(job: Job): boolean {
  return job.state === 'queued' || job.state === 'running';
}
