import { useEffect, useState } from 'react';
import type { Batch } from '../../../shared/contract/batches.ts';
import { isAtWork } from './use-batch.ts';
import type { Pictures } from './use-pictures.ts';

/** How many pictures of the batch are not as they are to be, and why. */
export type Pending = { kind: 'running' | 'outdated'; count: number };

/** What an export would leave behind or take as it was before. */
export function pendingOf({ batch, outlook, isRunning }: Pictures['work']): Pending | undefined {
  if (!batch) return undefined;
  if (isRunning) return { kind: 'running', count: leftOf(batch) };
  const count = (outlook?.fresh ?? 0) + (outlook?.changed ?? 0);
  return count > 0 ? { kind: 'outdated', count } : undefined;
}

function leftOf({ progress, counts }: Batch): number {
  return progress ? progress.total - progress.done : counts.wanted - counts.made;
}

/** Brings a batch to its end before something is done with it: makes what is missing, or waits for the
 *  run that is under way. `then` follows once it has ended well. */
export function useFinishedFirst(pictures: Pictures | undefined, then: () => void) {
  const [jobId, setJobId] = useState<string>();
  const work = pictures?.work;
  const { batch } = work ?? {};
  const end = endOf(batch, jobId);
  useEffect(() => {
    if (end === undefined) return;
    setJobId(undefined);
    if (end === 'well') then();
    // What follows is what was asked for when the end came.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [end]);
  const begin = async () => {
    if (!pictures || !batch) return;
    setJobId(isAtWork(batch) ? batch.jobId : await pictures.make());
  };
  return { isWaiting: jobId !== undefined, begin, stop: () => setJobId(undefined) };
}

/** Whether this run of the batch has ended, and how. */
export function endOf(
  batch: Pick<Batch, 'jobId' | 'state'> | undefined,
  jobId: string | undefined,
): 'well' | 'badly' | undefined {
  if (jobId === undefined || batch?.jobId !== jobId) return undefined;
  if (batch.state === 'queued' || batch.state === 'running') return undefined;
  return batch.state === 'idle' ? 'well' : 'badly';
}
