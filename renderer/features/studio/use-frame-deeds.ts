import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PictureRef } from '../../../shared/contract/batches.ts';
import { useStudio } from '../../link/link-provider.tsx';
import { useProblem } from '../../link/use-problem.ts';
import { useToast } from '../../ui/toast.tsx';
import type { Pictures } from './use-pictures.ts';

type Adjustment = { excluded?: boolean; photoAssetId?: string | null; creationId?: string | null };

/** What can be done with pictures of the batch on the screen; each can be taken back. */
export function useFrameDeeds({ work }: Pictures) {
  const { t } = useTranslation('batch');
  const { client } = useStudio();
  const navigate = useNavigate();
  const toast = useToast();
  const problem = useProblem();
  const { batchId } = work;
  const complain = (error: unknown) => {
    const { title, what, todo } = problem(error);
    toast({ title, text: `${what} ${todo}`.trim() });
  };

  const adjust = async (refs: readonly PictureRef[], change: Adjustment, text: string) => {
    if (batchId === undefined || refs.length === 0) return;
    try {
      const pictures = refs.map(({ productId, templateId, format }) => ({
        ...{ productId, templateId, format },
        ...change,
      }));
      const { before } = await client.batches.adjust({ batchId, pictures });
      const undo = () => void client.batches.adjust({ batchId, pictures: before }).catch(complain);
      toast({ text, undo });
    } catch (error) {
      complain(error);
    }
  };

  return {
    exclude: (refs: readonly PictureRef[], excluded: boolean) =>
      adjust(refs, { excluded }, t(excluded ? 'leftOut' : 'takenIn', { count: refs.length })),
    choosePhoto: (ref: PictureRef, photoAssetId: string | null) =>
      adjust([ref], { photoAssetId }, t('photoChosen')),
    letGo: (ref: PictureRef) => adjust([ref], { creationId: null }, t('letGo')),
    /** Leads to the editor with this one picture. */
    edit: async (ref: PictureRef) => {
      if (batchId === undefined) return;
      try {
        const { creationId } = await client.batches.edit({ batchId, ...ref });
        void navigate({ to: `/studio/editor/${creationId}` });
      } catch (error) {
        complain(error);
      }
    },
  };
}
