import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Disambiguation } from '../../../../shared/rules/zoned-time.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useStudio } from '../../../link/link-provider.tsx';
import type { ShownProblem } from '../../../link/problem-of.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { useToast } from '../../../ui/toast.tsx';
import type { PostDraft } from './use-post-draft.ts';

export type Deed =
  | { kind: 'schedule'; wall: string; disambiguation?: Disambiguation | undefined }
  | { kind: 'publish' }
  | { kind: 'cancel' }
  | { kind: 'duplicate' }
  | { kind: 'remove' };

export type PostDeeds = {
  run: (deed: Deed) => void;
  busy: boolean;
  problem: ShownProblem | undefined;
};

/** What can be done with the post as a whole. What is written is saved first, always. */
export function usePostDeeds({
  draft,
  onOpen,
  onClose,
}: {
  draft: PostDraft;
  onOpen: (postId: string) => void;
  onClose: () => void;
}): PostDeeds {
  const { t } = useTranslation('composer');
  const { client } = useStudio();
  const { zone } = useFormats();
  const toast = useToast();
  const problem = useProblem();

  const act = async (deed: Deed): Promise<void> => {
    // A post that is out is not saved any more, but can still be copied.
    const postId = draft.postId && draft.saveState === 'clean' ? draft.postId : await draft.flush();
    switch (deed.kind) {
      case 'schedule': {
        const { wall: at, disambiguation } = deed;
        await client.posts.schedule({
          postId,
          at,
          zone,
          ...(disambiguation ? { disambiguation } : {}),
        });
        toast({
          text: t('done.scheduled'),
          undo: () => void client.posts.cancel({ postId }).catch(() => {}),
        });
        return;
      }
      case 'publish':
        await client.posts.publishNow({ postId });
        toast({ text: t('done.publishing') });
        return;
      case 'cancel':
        await client.posts.cancel({ postId });
        toast({ text: t('done.cancelled') });
        return;
      case 'duplicate':
        onOpen((await client.posts.duplicate({ postId })).postId);
        toast({ text: t('done.duplicated') });
        return;
      case 'remove':
        await client.posts.remove({ postId });
        onClose();
        toast({
          text: t('done.removed'),
          undo: () =>
            void client.posts.restore({ postId }).then(
              () => onOpen(postId),
              () => {},
            ),
        });
    }
  };

  const deeds = useMutation({ mutationFn: act, networkMode: 'always' });
  // What was refused may be mended by the next word: the old problem goes with it.
  const { reset } = deeds;
  useEffect(() => reset(), [draft.content, reset]);
  return {
    run: deeds.mutate,
    busy: deeds.isPending,
    problem: deeds.error ? problem(deeds.error) : undefined,
  };
}
