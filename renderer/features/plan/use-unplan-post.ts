import type { PostTile } from '../../../shared/contract/posts.ts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../link/formats-context.tsx';
import { useStudio } from '../../link/link-provider.tsx';
import { useNow } from '../../link/use-now.ts';
import { useProblem } from '../../link/use-problem.ts';
import { useToast } from '../../ui/toast.tsx';

/** Takes a post's date away, so that it is a draft again, and says so with a way back. */
export function useUnplanPost() {
  const { t } = useTranslation('plan');
  const { client } = useStudio();
  const { zone } = useFormats();
  const now = Date.parse(useNow());
  const toast = useToast();
  const problem = useProblem();
  const showProblem = (error: unknown) => {
    const { title, what, todo } = problem(error);
    toast({ title, text: `${what} ${todo}` });
  };
  return useMutation({
    networkMode: 'always',
    mutationFn: (tile: PostTile) => client.posts.cancel({ postId: tile.id }),
    onSuccess: (_answer, tile) => {
      const { at } = tile;
      // Nothing can be planned for a time that is over.
      const isAhead = at !== undefined && Date.parse(at) > now;
      const back = () =>
        client.posts
          .schedule({ postId: tile.id, at: at ?? '', zone: tile.zone ?? zone })
          .catch(showProblem);
      toast({
        text: t('unplanned', { title: tile.title }),
        ...(isAhead ? { undo: () => void back() } : {}),
      });
    },
    onError: showProblem,
  });
}
