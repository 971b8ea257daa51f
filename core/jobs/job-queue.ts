import type { Job } from '../../shared/contract/jobs.ts';
import { Problem } from '../../shared/contract/problem.ts';
import type { ProblemText } from '../../shared/contract/problems.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import { storageTrouble } from '../db/storage-trouble.ts';
import { createJobEnds } from './job-ends.ts';
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
const openShown = 200;
const historyShown = 50;
/** After a disk that took nothing, it is tried again this much later. */
const diskPatienceMs = 15_000;

/** Long work that survives a crash: written in the transaction of the change that wants it, run one of
 *  each kind at a time, taken up where it stopped. It knows jobs by name and JSON only. */
export function createJobQueue(tools: FeatureTools, options: JobQueueOptions): JobQueue {
  const store = jobStore(tools.db);
  const ends = createJobEnds(tools, store);
  const running = new Map<string, Running>();
  const waiters = new Map<string, (() => void)[]>();
  const changed = throttle(() => tools.events.changed('jobs'), eventsEveryMs);
  let runners: Record<JobKind, JobRunner> | undefined;
  let closing = false;
  let later: NodeJS.Timeout | undefined;

  function startWaiting(): void {
    if (!runners || closing) return;
    clearTimeout(later);
    if (!ends.write() || !claimWaiting(runners))
      later = setTimeout(startWaiting, diskPatienceMs).unref();
  }

  /** Answers false when the disk did not take that a job begins: it waits. */
  function claimWaiting(given: Record<JobKind, JobRunner>): boolean {
    try {
      for (const kind of kinds) {
        if ([...running.keys()].some((id) => store.find(id)?.kind === kind)) continue;
        const job = tools.transact(() => store.claim(kind, options.bootId, tools.clock.now()));
        if (job) startOne(job, given[kind]);
      }
      return true;
    } catch (error) {
      if (!storageTrouble(error)) throw error;
      return false;
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
    entry.done = (async () => runner(openRun(job, entry)))()
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
    if (first && store.files(jobId).length === 0) ends.record(jobId, 'failed', first);
    else ends.record(jobId, 'done');
  }

  function fail(jobId: string, entry: Running, error: unknown): void {
    // Closed or cancelled: the row says which, and a closed one is taken up at the next start.
    if (entry.stop.signal.aborted) return;
    const { code, params } = problemOf(error);
    ends.record(jobId, 'failed', { code, params });
  }

  function problemOf(error: unknown): Problem {
    if (error instanceof Problem) return error;
    if (storageTrouble(error) === 'disk-full') return new Problem('disk-full');
    options.onError?.(error);
    return new Problem('internal', { report: '–' });
  }

  function settle(jobId: string): void {
    for (const resolve of waiters.get(jobId) ?? []) resolve();
    waiters.delete(jobId);
  }

  function view(job: StoredJob, language: Language): Job {
    return jobView(ends.asItStands(job), {
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
    list: (language) =>
      [...store.open(openShown), ...store.ended(historyShown)].map((job) => view(job, language)),
    toFront(jobId) {
      if (store.toFront(jobId)) tools.events.changed('jobs');
    },
    cancel(jobId) {
      ends.record(jobId, 'cancelled');
      const entry = running.get(jobId);
      entry?.stop.abort(new Error('the job was cancelled'));
      if (!entry) settle(jobId);
    },
    whenEnded(jobId) {
      const job = store.find(jobId);
      const state = job && ends.asItStands(job).state;
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
      clearTimeout(later);
      ends.write();
    },
  };
}
