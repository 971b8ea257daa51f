import type { Job, JobFile } from '../../shared/contract/jobs.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { ProblemText } from '../../shared/contract/problems.ts';
import type { JobProblem } from './job-types.ts';
import { secondsLeft } from './seconds-left.ts';
import type { StoredJob } from './store.ts';

/** A job under way in this process. */
export type Running = {
  stop: AbortController;
  done: Promise<void>;
  beganAtMs: number;
  beganFrac: number;
  frac: number;
};

type Seen = {
  files: JobFile[];
  problems: JobProblem[];
  running: Running | undefined;
  describe: (problem: Problem) => ProblemText;
};

/** A job as a window sees it, with its sentences in one language. */
export function jobView(job: StoredJob, seen: Seen): Job {
  const left = seen.running && job.state === 'running' ? measure(seen.running) : undefined;
  return {
    jobId: job.id,
    kind: job.kind,
    title: job.title,
    state: job.state,
    progressFrac: progressOf(job, seen),
    done: seen.files.length,
    total: job.total,
    ...(left === undefined ? {} : { secondsLeft: left }),
    files: seen.files,
    problems: seen.problems.map(({ productIds, format, code, params }) => ({
      productIds,
      ...(format && { format }),
      code,
      problem: seen.describe(new Problem(code, params)),
    })),
    ...failure(job, seen),
    createdAt: new Date(job.createdAt).toISOString(),
  };
}

function progressOf(job: StoredJob, { files, running }: Seen): number {
  if (job.state === 'done') return 1;
  return Math.min(1, Math.max(running?.frac ?? 0, files.length / Math.max(1, job.total)));
}

function measure({ beganAtMs, beganFrac, frac }: Running): number | undefined {
  return secondsLeft({ beganAtMs, beganFrac, nowMs: performance.now(), nowFrac: frac });
}

function failure({ problem }: StoredJob, { describe }: Seen): Pick<Job, 'code' | 'problem'> {
  if (!problem) return {};
  return { code: problem.code, problem: describe(new Problem(problem.code, problem.params)) };
}
