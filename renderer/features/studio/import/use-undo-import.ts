import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { useToast } from '../../../ui/toast.tsx';

/** Puts what was brought in into the bin again, but for what something shows by now. */
export function useUndoImport(): (assetIds: readonly string[]) => Promise<void> {
  const { t } = useTranslation('import');
  const { client } = useStudio();
  const toast = useToast();
  const problem = useProblem();
  return async (assetIds) => {
    try {
      const chosen = { assetIds: [...assetIds] };
      const { changed, changeId, usedCount } = await client.library.bin({ chosen });
      const words = [
        changed > 0 ? t('undone.binned', { count: changed }) : '',
        usedCount > 0 ? t('undone.used', { count: usedCount }) : '',
      ];
      toast({
        text: words.filter(Boolean).join(' '),
        ...(changeId !== undefined && { undo: () => void client.library.undo({ changeId }) }),
      });
    } catch (error) {
      const { title, what, todo } = problem(error);
      toast({ title, text: `${what} ${todo}` });
    }
  };
}
