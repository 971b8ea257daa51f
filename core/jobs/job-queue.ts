import type { Job } from '../../shared/contract/jobs.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { ProblemText } from '../../shared/contract/problems.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { jobView, type Running } from './job-view.ts';
import type { JobKind, JobQueue, JobRun, JobRunner } from './job-types.ts';
import { jobStore, type StoredJob } from './store.ts';
import { throttle } from './throttle.ts';

export type JobQueueOptions = {
  /** Names this start of the studio: what another start was running is taken up again. */
  bootId: string;
  describeProblem: (problem: Problem, language: Language) => ProblemText;
  /** Hears of errors that nobody foresaw. */
  onError?: (error: unknown) => void;
};

const kinds: readonly JobKind[] = ['pictures', 'video'];
const eventsEveryMs = 250;
const historyShown = 50;

/** Long work that survives a crash: written in the transaction of the change that wants it, run one of
 *  each kind at a time, taken up where it stopped. It knows jobs by name and JSON only. */
export function createJobQueue(tools: FeatureTools, options: JobQueueOptions): JobQueue {
  const store = jobStore(tools.db);
  const running = new Map<string, Running>();
  const waiters = new Map<string, (() => void)[]>();
  const changed = throttle(() => tools.events.changed('jobs'), eventsEveryMs);
  let runners: Record<JobKind, JobRunner> | undefined;
  let closing = false;

  function startWaiting(): void {
    if (!runners || closing) return;
    for (const kind of kinds) {
      if ([...running.keys()].some((id) => store.find(id)?.kind === kind)) continue;
      const job = tools.transact(() => store.claim(kind, options.bootId, tools.clock.now()));
      if (job) startOne(job, runners[kind]);
    }
  }

  function startOne(job: StoredJob, runner: JobRunner): void {
    const beganFrac = store.files(job.id).length / Math.max(1, job.total);
    const entry: Running = {
      stop: new AbortController(),
      done: Promise.resolve(),
      beganAtMs: performance.now(),
      beganFrac,
      frac: beganFrac,
    };
    running.set(job.id, entry);
    entry.done = runner(openRun(job, entry))
      .then(
        () => finish(job.id),
        (error: unknown) => fail(job.id, entry, error),
      )
      .finally(() => {
        running.delete(job.id);
        settle(job.id);
        startWaiting();
      });
    changed.call();
  }

  function openRun(job: StoredJob, entry: Running): JobRun {
    const doneKeys = new Set(store.files(job.id).map(({ key }) => key));
    return {
      jobId: job.id,
      input: job.input,
      signal: entry.stop.signal,
      isDone: (key) => doneKeys.has(key),
      keep(key, file) {
        store.addFile(job.id, key, file);
        doneKeys.add(key);
        entry.frac = Math.max(entry.frac, doneKeys.size / Math.max(1, job.total));
        changed.call();
      },
      problem(key, problem) {
        store.addProblem(job.id, key, problem);
        changed.call();
      },
      progress(frac) {
        entry.frac = Math.max(entry.frac, Math.min(1, frac));
        changed.call();
      },
    };
  }

  /** A batch of which nothing could be made has failed; the first reason is its reason. */
  function finish(jobId: string): void {
    const first = store.problems(jobId)[0];
    if (first && store.files(jobId).length === 0) end(jobId, 'failed', first);
    else end(jobId, 'done');
  }

  function fail(jobId: string, entry: Running, error: unknown): void {
    // Closed or cancelled: the row says which, and a closed one is taken up at the next start.
    if (entry.stop.signal.aborted) return;
    if (!(error instanceof Problem)) options.onError?.(error);
    end(
      jobId,
      'failed',
      error instanceof Problem ? error : new Problem('internal', { report: '–' }),
    );
  }

  function end(
    jobId: string,
    state: 'done' | 'failed' | 'cancelled',
    problem?: StoredJob['problem'],
  ) {
    tools.transact(() => {
      const { code, params } = problem ?? {};
      store.end(jobId, state, tools.clock.now(), code && params ? { code, params } : undefined);
      tools.events.changed('jobs');
    });
  }

  function settle(jobId: string): void {
    for (const resolve of waiters.get(jobId) ?? []) resolve();
    waiters.delete(jobId);
  }

  function view(job: StoredJob, language: Language): Job {
    return jobView(job, {
      files: store.files(job.id).map(({ file }) => file),
      problems: store.problems(job.id),
      running: running.get(job.id),
      describe: (problem) => options.describeProblem(problem, language),
    });
  }

  return {
    enqueue(job) {
      const id = tools.newId();
      tools.transact(() => {
        store.insert(id, job, tools.clock.now());
        tools.events.changed('jobs');
      });
      // After the caller's transaction, which is still open now.
      queueMicrotask(startWaiting);
      return id;
    },
    start(given) {
      runners = given;
      tools.transact(() => store.releaseOthers(options.bootId));
      startWaiting();
    },
    get(jobId, language) {
      const job = store.find(jobId);
      return job && view(job, language);
    },
    list: (language) => store.newest(historyShown).map((job) => view(job, language)),
    cancel(jobId) {
      end(jobId, 'cancelled');
      const entry = running.get(jobId);
      entry?.stop.abort(new Error('the job was cancelled'));
      if (!entry) settle(jobId);
    },
    whenEnded(jobId) {
      const state = store.find(jobId)?.state;
      const isOpen = state === 'queued' || state === 'running' || running.has(jobId);
      if (!isOpen) return Promise.resolve();
      return new Promise((resolve) => {
        waiters.set(jobId, [...(waiters.get(jobId) ?? []), resolve]);
      });
    },
    async close() {
      closing = true;
      changed.stop();
      const open = [...running.values()];
      for (const entry of open) entry.stop.abort(new Error('the studio closes'));
      await Promise.all(open.map((entry) => entry.done));
    },
  };
}
