import type { FeatureTools } from '../db/feature-tools.ts';
import { storageTrouble } from '../db/storage-trouble.ts';
import type { JobStore, StoredJob } from './store.ts';

type End = { state: 'done' | 'failed' | 'cancelled'; problem: StoredJob['problem'] };

/** How jobs ended. A full disk cannot take that either: then it is remembered, shown as if it were
 *  written, and written when the disk takes it. A studio that ends before runs the job again. */
export type JobEnds = {
  record(jobId: string, state: End['state'], problem?: StoredJob['problem']): void;
  /** Writes what is remembered; answers false while the disk does not take it. */
  write(): boolean;
  /** A stored job as it stands, with an end that is not written yet. */
  asItStands(job: StoredJob): StoredJob;
};

export function createJobEnds(tools: FeatureTools, store: JobStore): JobEnds {
  const unwritten = new Map<string, End>();

  function writeOne(jobId: string, { state, problem }: End): void {
    tools.transact(() => {
      store.end(jobId, state, tools.clock.now(), problem);
      tools.events.changed('jobs');
    });
  }

  function write(): boolean {
    try {
      for (const [jobId, end] of unwritten) {
        writeOne(jobId, end);
        unwritten.delete(jobId);
      }
      return true;
    } catch (error) {
      if (!storageTrouble(error)) throw error;
      return false;
    }
  }

  return {
    record(jobId, state, problem) {
      unwritten.set(jobId, { state, problem });
      if (!write()) tools.events.changed('jobs');
    },
    write,
    asItStands: (job) => ({ ...job, ...unwritten.get(job.id) }),
  };
}
