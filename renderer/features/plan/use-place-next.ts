import type { UsualTime } from '../../../shared/rules/calendar-grid.ts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../link/formats-context.tsx';
import { useStudio } from '../../link/link-provider.tsx';
import { useProblem } from '../../link/use-problem.ts';
import { useToast } from '../../ui/toast.tsx';

export type Placing = { postIds: string[]; slots?: UsualTime[] };

/** Puts drafts into the next free hours, says where the first went, and takes all back on undo. */
export function usePlaceNext() {
  const { t } = useTranslation('plan');
  const { client } = useStudio();
  const formats = useFormats();
  const toast = useToast();
  const problem = useProblem();
  const showProblem = (error: unknown) => {
    const { title, what, todo } = problem(error);
    toast({ title, text: `${what} ${todo}` });
  };
  const takeBack = async (postIds: readonly string[]) => {
    for (const postId of postIds) await client.posts.cancel({ postId });
  };
  return useMutation({
    networkMode: 'always',
    mutationFn: (placing: Placing) => client.posts.placeNext(placing),
    onSuccess: ({ placed, refused }) => {
      const first = placed[0];
      if (first)
        toast({
          text: t('place.done', { count: placed.length, when: formats.dateTime(first.at) }),
          undo: () => void takeBack(placed.map((one) => one.postId)).catch(showProblem),
        });
      const wrong = refused[0];
      if (wrong)
        toast({
          title: t('place.refused', { count: refused.length }),
          text: t('place.why', { title: wrong.title || t('untitled'), text: wrong.text }),
        });
    },
    onError: showProblem,
  });
}
