import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Batch, BatchSpec, HandChoice, PictureRef } from '../../../shared/contract/batches.ts';
import { useApi, useStudio } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';

const saveAfterMs = 400;

/** The batch on the screen: once it is there it follows what is chosen, and each run makes what is
 *  missing or changed. */
export function useBatch(startId: string | undefined, asked: BatchSpec | undefined) {
  const api = useApi();
  const { client } = useStudio();
  const [batchId, setBatchId] = useState(startId);
  const [isOrdering, setOrdering] = useState(false);
  const query = useQuery(
    api.batches.get.queryOptions({
      input: { batchId: batchId ?? '-' },
      enabled: batchId !== undefined,
    }),
  );
  const batch = batchId === undefined ? undefined : query.data;
  const look = api.batches.outlook.queryOptions({
    input: { batchId: batchId ?? '-' },
    enabled: batch !== undefined && !isAtWork(batch),
  });
  // Of a run before this one nothing is left to say: each has an answer of its own.
  const outlook = useQuery({ ...look, queryKey: [...look.queryKey, batch?.jobId] });
  const save = useChange(api.batches.save.mutationOptions());
  const run = useChange(api.batches.run.mutationOptions());
  const pause = useChange(api.batches.pause.mutationOptions());
  const resume = useChange(api.batches.resume.mutationOptions());
  const cancel = useChange(api.batches.cancel.mutationOptions());
  const isSaved = batch === undefined || asked === undefined || isSameSpec(batch.spec, asked);
  useSaveLater(batchId, isSaved ? undefined : asked, save.mutate);

  /** Saves what is chosen, then makes what that takes; answers the run that does. */
  const make = async (
    spec: BatchSpec,
    wish: { only?: PictureRef[]; hand?: HandChoice } = {},
  ): Promise<string | undefined> => {
    if (isOrdering) return undefined;
    setOrdering(true);
    try {
      const saved = await save.mutateAsync({ ...spec, ...(batchId && { batchId }) });
      setBatchId(saved.id);
      return (await run.mutateAsync({ batchId: saved.id, ...wish })).jobId;
    } catch {
      // Told by the change itself.
      return undefined;
    } finally {
      setOrdering(false);
    }
  };
  return {
    ...{ batch, batchId, isOrdering, isSaved, make, client },
    error: query.error,
    outlook: isSaved ? outlook.data : undefined,
    isRunning: batch !== undefined && isAtWork(batch),
    pause: () => batchId && pause.mutate({ batchId }),
    resume: () => batchId && resume.mutate({ batchId }),
    cancel: () => batchId && cancel.mutate({ batchId }),
    open: (next: string) => setBatchId(next),
    forget: () => setBatchId(undefined),
  };
}

export type OpenBatch = ReturnType<typeof useBatch>;

export function isAtWork({ state }: Batch): boolean {
  return state === 'queued' || state === 'running';
}

/** Choices are kept a moment after the last of them. */
function useSaveLater(
  batchId: string | undefined,
  spec: BatchSpec | undefined,
  save: (input: BatchSpec & { batchId: string }) => void,
): void {
  const text = spec && JSON.stringify(spec);
  const latest = useRef({ spec, save });
  latest.current = { spec, save };
  useEffect(() => {
    if (batchId === undefined || text === undefined) return;
    const timer = setTimeout(() => {
      const { spec: wished, save: keep } = latest.current;
      if (wished) keep({ ...wished, batchId });
    }, saveAfterMs);
    return () => clearTimeout(timer);
  }, [batchId, text]);
}

/** Whether two choices come to the same pictures; the order is no matter. */
export function isSameSpec(one: BatchSpec, other: BatchSpec): boolean {
  return specKey(one) === specKey(other);
}

function specKey(spec: BatchSpec): string {
  const { productIds, templateIds, formats, options, words, groupSize } = spec;
  const titles = Object.entries(options?.titles ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    // In groups the order says who stands with whom.
    groupSize === undefined ? productIds.toSorted() : productIds,
    groupSize,
    Object.entries(words ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    templateIds.toSorted(),
    formats.toSorted(),
    options?.shopId,
    options?.showPrice ?? true,
    titles,
  ]);
}
