import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkField, BulkSession } from '../../../../shared/contract/bulk.ts';
import { useApi, useStudio } from '../../../link/link-provider.tsx';
import type { ShownProblem } from '../../../link/problem-of.ts';
import { UploadRefused, uploadFile } from '../../../link/upload.ts';
import { useChange } from '../../../link/use-change.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { useToast } from '../../../ui/toast.tsx';

export type OnlyRows = 'all' | 'errors' | 'warnings' | 'left-out';

/** The table that is being looked at, and everything that can be done to it. */
export function useBulk() {
  const api = useApi();
  const { t } = useTranslation('bulk');
  const toast = useToast();
  const current = useQuery(api.bulk.current.queryOptions({ input: {} }));
  const opening = useOpening(() => void current.refetch());
  const sessionId = current.data?.session?.sessionId ?? '';
  const tellChanged = ({ changed }: { changed: number }) =>
    toast({ text: t('ui.replaced', { count: changed }) });
  const setCells = useChange(api.bulk.setCells.mutationOptions());
  const replace = useChange(api.bulk.replace.mutationOptions({ onSuccess: tellChanged }));
  const leaveOut = useChange(api.bulk.leaveOut.mutationOptions());
  const setMapping = useChange(api.bulk.setMapping.mutationOptions());
  const addFiles = useChange(api.bulk.addFiles.mutationOptions());
  const discard = useChange(
    api.bulk.discard.mutationOptions({ onSuccess: () => toast({ text: t('ui.discarded') }) }),
  );
  return {
    session: current.data?.session,
    isLoading: current.isLoading,
    opening,
    setCells: (row: number, cells: Partial<Record<BulkField, string>>) =>
      setCells.mutate({ sessionId, row, cells }),
    replace: (field: BulkField, found: string, by: string) =>
      replace.mutate({ sessionId, field, found, by }),
    leaveOut: (leftOut: boolean, rows?: number[]) =>
      leaveOut.mutate({ sessionId, leftOut, ...(rows && { rows }) }),
    setMapping: (mapping: BulkSession['mapping']) => setMapping.mutate({ sessionId, mapping }),
    addFiles: (files: { name: string; assetId: string }[]) => addFiles.mutate({ sessionId, files }),
    discard: () => discard.mutate({ sessionId }),
  };
}

export type Bulk = ReturnType<typeof useBulk>;

export type Opening =
  { step: 'idle' } | { step: 'busy'; name: string } | { step: 'problem'; problem: ShownProblem };

/** Reads a chosen file; of two chosen in a row only the later one counts. */
function useOpening(onOpened: () => void) {
  const { client } = useStudio();
  const problemOf = useProblem();
  const [state, setState] = useState<Opening>({ step: 'idle' });
  const round = useRef(0);
  const open = async (file: File) => {
    round.current += 1;
    const mine = round.current;
    setState({ step: 'busy', name: file.name });
    let next: Opening = { step: 'idle' };
    try {
      const path = window.vitrine?.pathForFile?.(file);
      await client.bulk.open(path ? { path } : await uploadFile(file));
    } catch (error) {
      const problem =
        error instanceof UploadRefused
          ? { ...error.problem, code: error.code, params: {} }
          : problemOf(error);
      next = { step: 'problem', problem };
    }
    if (mine !== round.current) return;
    setState(next);
    onOpened();
  };
  return { state, open: (file: File) => void open(file), clear: () => setState({ step: 'idle' }) };
}
