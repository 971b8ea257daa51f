import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi, useStudio } from '../../link/link-provider.tsx';
import { useNow } from '../../link/use-now.ts';
import { useProblem } from '../../link/use-problem.ts';
import { settleWallTime } from '../../../shared/rules/zoned-time.ts';
import { useToast } from '../../ui/toast.tsx';

type Move = { tile: PostTile; wall: string };

/** Puts a post at another time at once, says so with a way back, and takes it back if refused. */
export function useMovePost() {
  const { t } = useTranslation('plan');
  const { client } = useStudio();
  const api = useApi();
  const queries = useQueryClient();
  const formats = useFormats();
  const toast = useToast();
  const problem = useProblem();
  const { zone } = formats;
  const now = Date.parse(useNow());
  const calendars = { queryKey: api.posts.calendar.key() };

  const show = ({ tile, wall }: Move) => {
    const at = settleWallTime(wall, zone)?.at;
    if (at === undefined) return;
    const moved = { ...tile, wall, zone, at: new Date(at).toISOString(), state: 'scheduled' };
    queries.setQueriesData<{ items: PostTile[] }>(calendars, (data) =>
      data ? { items: [...data.items.filter((other) => other.id !== tile.id), moved] } : data,
    );
  };

  // Nothing can be planned for a time that is over.
  const canUndo = (tile: PostTile) => tile.at === undefined || Date.parse(tile.at) > now;
  const undo = async (tile: PostTile) => {
    // By its instant: the wall time may have been one of another zone, or one shown twice.
    if (tile.at === undefined || tile.state === 'draft')
      await client.posts.cancel({ postId: tile.id });
    else await client.posts.schedule({ postId: tile.id, at: tile.at, zone: tile.zone ?? zone });
  };

  return useMutation({
    networkMode: 'always',
    mutationFn: ({ tile, wall }: Move) =>
      client.posts.schedule({ postId: tile.id, at: wall, zone }),
    onMutate: show,
    onSuccess: (answer, { tile }) => {
      const dueAt = answer.targets.find((target) => target.state !== 'published')?.dueAt;
      toast({
        text: t('moved', { when: dueAt ? formats.dateTime(dueAt) : '' }),
        ...(canUndo(tile)
          ? { undo: () => void undo(tile).catch((error: unknown) => showProblem(error)) }
          : {}),
      });
    },
    onError: (error) => {
      void queries.invalidateQueries(calendars);
      showProblem(error);
    },
  });

  function showProblem(error: unknown): void {
    const { title, what, todo } = problem(error);
    toast({ title, text: `${what} ${todo}` });
  }
}
