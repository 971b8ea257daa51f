import { useTranslation } from 'react-i18next';
import type { UndoneBatch } from '../../../../shared/contract/posts.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { useToast } from '../../../ui/toast.tsx';

/** Takes back what was added in one step, or brings it back, and says what stayed. */
export function useBatchDeeds() {
  const api = useApi();
  const { t } = useTranslation('bulk');
  const toast = useToast();
  const tell = (done: string, { changed, stayed }: UndoneBatch, undo: () => void) => {
    const [first] = stayed;
    toast({
      text: t(`ui.${done}Toast`, { count: changed }),
      ...(changed > 0 && { undo }),
    });
    if (first) toast({ text: t('ui.stayed', { ...first, count: stayed.length }) });
  };
  const redo = useChange(
    api.posts.redoBatch.mutationOptions({
      onSuccess: (answer, { batchId }) => tell('redid', answer, () => undo.mutate({ batchId })),
    }),
  );
  const undo = useChange(
    api.posts.undoBatch.mutationOptions({
      onSuccess: (answer, { batchId }) => tell('undid', answer, () => redo.mutate({ batchId })),
    }),
  );
  return {
    undo: (batchId: string) => undo.mutate({ batchId }),
    redo: (batchId: string) => redo.mutate({ batchId }),
    isBusy: undo.isPending || redo.isPending,
  };
}
