import type { Job, JobFile } from '../../shared/contract/jobs.ts';
import type { ProblemCode } from '../../shared/contract/problems.ts';
import type { Format, Language } from '../../shared/contract/shapes.ts';

export type JobKind = Job['kind'];

/** Something that could not be made while the rest went on. */
export type JobProblem = {
  productIds: string[];
  format?: Format | undefined;
  code: ProblemCode;
  params: Record<string, unknown>;
};

export type NewJob = {
  kind: JobKind;
  title: string;
  /** How many files it will make. */
  total: number;
  /** JSON for the runner; parsed again before it runs. */
  input: unknown;
};

/** What a runner is given. `key` names an output for good, so that a restart can skip it. */
export type JobRun = {
  jobId: string;
  input: unknown;
  signal: AbortSignal;
  isDone(key: string): boolean;
  /** Keeps an output; called inside the transaction that adds its asset. */
  keep(key: string, file: JobFile): void;
  problem(key: string, problem: JobProblem): void;
  /** Share of the whole, 0 to 1, when it is finer than files done. */
  progress(frac: number): void;
};

/** Does one job; throws a Problem to fail it by name. */
export type JobRunner = (run: JobRun) => Promise<void>;

export type JobQueue = {
  /** Writes the job in the caller's transaction; it starts after the commit. */
  enqueue(job: NewJob): string;
  /** Takes up what a crash left and runs what waits. */
  start(runners: Record<JobKind, JobRunner>): void;
  get(jobId: string, language: Language): Job | undefined;
  /** What runs, what waits in its order, then what ended, last first. */
  list(language: Language): Job[];
  /** Next after what runs; nothing for one that no longer waits. */
  toFront(jobId: string): void;
  cancel(jobId: string): void;
  /** Answers when the job has ended. */
  whenEnded(jobId: string): Promise<void>;
  /** Stops the runners; what ran goes on at the next start. */
  close(): Promise<void>;
};
