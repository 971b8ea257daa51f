import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { useToast } from '../../../ui/toast.tsx';

/** Takes a deed back; answers when that is done. */
export type Undo = () => Promise<void>;
type After = { onUndone?: (() => void) | undefined };

/** What can be done with pictures that look alike. Nothing is lost: each deed says what it did, and can
 *  be taken back. */
export function useAlikeDeeds() {
  const { t } = useTranslation('import');
  const { client } = useStudio();
  const toast = useToast();
  const problem = useProblem();

  function tell(error: unknown): void {
    const { title, what, todo } = problem(error);
    toast({ title, text: `${what} ${todo}` });
  }

  function say(text: string, back: () => Promise<unknown>, { onUndone }: After): Undo {
    const undo: Undo = async () => {
      try {
        await back();
        onUndone?.();
      } catch (error) {
        tell(error);
      }
    };
    toast({ key: 'alike', text, undo: () => void undo() });
    return undo;
  }

  return {
    /** One stands for the others wherever they were used; undefined where none of them could go. */
    async merge(
      keepId: string,
      assetIds: readonly string[],
      after: After = {},
    ): Promise<Undo | undefined> {
      try {
        const answer = await client.duplicates.merge({ keepId, assetIds: [...assetIds] });
        const { mergedIds, heldIds } = answer;
        const held = heldIds.length > 0 ? t('alike.held', { count: heldIds.length }) : '';
        if (mergedIds.length === 0) {
          toast({ text: held });
          return undefined;
        }
        const words = [t('alike.merged', { count: mergedIds.length }), held];
        const back = () => client.duplicates.unmerge({ assetIds: mergedIds });
        return say(words.filter(Boolean).join(' '), back, after);
      } catch (error) {
        tell(error);
        return undefined;
      }
    },
    /** They are pictures of their own, and are not shown together again. */
    async keepAll(assetIds: readonly string[], after: After = {}): Promise<Undo | undefined> {
      const all = { assetIds: [...assetIds] };
      try {
        await client.duplicates.keep(all);
        const back = () => client.duplicates.unkeep(all);
        return say(t('alike.kept', { count: all.assetIds.length }), back, after);
      } catch (error) {
        tell(error);
        return undefined;
      }
    },
  };
}
