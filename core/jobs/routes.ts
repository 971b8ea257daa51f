import { implement } from '@orpc/server';
import { jobs, type Job } from '../../shared/contract/jobs.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { JobQueue } from './job-types.ts';

export function jobRoutes(queue: JobQueue, tools: FeatureTools) {
  const os = implement(jobs).$context<CallContext>();
  const find = (jobId: string, context: CallContext): Job => {
    const job = queue.get(jobId, context.language ?? tools.shopLanguage());
    if (!job) throw new Problem('not-found');
    return job;
  };
  return os.router({
    get: os.get.handler(({ input, context }) => find(input.jobId, context)),
    list: os.list.handler(({ context }) => ({
      items: queue.list(context.language ?? tools.shopLanguage()),
    })),
    first: os.first.handler(({ input, context }) =>
      tools.applyOnce('jobs/first', input.clientId, () => {
        find(input.jobId, context);
        queue.toFront(input.jobId);
        return find(input.jobId, context);
      }),
    ),
    cancel: os.cancel.handler(({ input, context }) =>
      tools.applyOnce('jobs/cancel', input.clientId, () => {
        find(input.jobId, context);
        queue.cancel(input.jobId);
        return find(input.jobId, context);
      }),
    ),
  });
}
