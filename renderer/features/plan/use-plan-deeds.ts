import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostTile, ReplanMove } from '../../../shared/contract/posts.ts';
import type { UsualTime } from '../../../shared/rules/calendar-grid.ts';
import { settleWallTime } from '../../../shared/rules/zoned-time.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi, useStudio } from '../../link/link-provider.tsx';
import { useNow } from '../../link/use-now.ts';
import { useProblem } from '../../link/use-problem.ts';
import { useToast } from '../../ui/toast.tsx';
import {
  noHistory,
  takeRedo,
  takeUndo,
  withDeed,
  withoutDeed,
  type Deed,
  type PlanStep,
} from './plan-history.ts';
import { isEmptyStep, runPlanStep, type StepOutcome } from './run-plan-step.ts';

/** A post and the wall time it goes to on the shop's clock, or `null` for back among the drafts. */
export type TileMove = { tile: PostTile; wall: string | null };
type Said = (outcome: StepOutcome) => string;

/** Everything the calendar does to posts: at once on screen, told in a toast, and taken back by its
 *  button or by Ctrl+Z, whatever was done since. */
export function usePlanDeeds() {
  const { t } = useTranslation('plan');
  const { client } = useStudio();
  const formats = useFormats();
  const toast = useToast();
  const now = Date.parse(useNow());
  const { showProblem, showRefused } = useDeedProblems();
  const showMoves = useShowMoves();
  const history = useRef(noHistory);
  const lastId = useRef(0);

  const keep = (forth: PlanStep, back: PlanStep): number | undefined => {
    if (isEmptyStep(back)) return undefined;
    lastId.current += 1;
    history.current = withDeed(history.current, { id: lastId.current, forth, back });
    return lastId.current;
  };
  const tell = (text: string, deedId: number | undefined) =>
    toast({ text, ...(deedId === undefined ? {} : { undo: () => undo(deedId) }) });

  const work = useMutation({
    networkMode: 'always',
    mutationFn: ({ step }: { step: PlanStep; say: Said }) => runPlanStep(client, step, now),
    onSuccess: (outcome, { step, say }) => {
      const deedId = keep(step, outcome.back);
      if (outcome.count > 0) tell(say(outcome), deedId);
      showRefused(outcome.refused);
    },
    onError: showProblem,
    onSettled: showMoves.settle,
  });

  const again = (taken: { deed: Deed } | undefined, which: 'back' | 'forth') => {
    if (!taken) return;
    const step = taken.deed[which];
    showMoves.show('moves' in step && step.kind === 'replan' ? step.moves : []);
    void runPlanStep(client, step, now)
      .then(({ refused }) => showRefused(refused))
      .catch((error: unknown) => {
        history.current = withoutDeed(history.current, taken.deed.id);
        showProblem(error);
      })
      .finally(showMoves.settle);
  };
  const undo = (deedId?: number) => {
    const taken = takeUndo(history.current, deedId);
    if (taken) history.current = taken.history;
    again(taken, 'back');
  };
  const redo = () => {
    const taken = takeRedo(history.current);
    if (taken) history.current = taken.history;
    again(taken, 'forth');
  };

  const place = useMutation({
    networkMode: 'always',
    mutationFn: ({ tiles, slots }: { tiles: readonly PostTile[]; slots?: UsualTime[] }) =>
      client.posts.placeNext({
        postIds: tiles.map((tile) => tile.id),
        ...(slots ? { slots } : {}),
      }),
    onSuccess: ({ placed, refused }, { tiles }) => {
      const forth = placed.map(({ postId, at }) => ({ postId, at, zone: formats.zone }));
      const back = placed.flatMap(({ postId }) => {
        const tile = tiles.find((one) => one.id === postId);
        return tile ? [planOf(tile)] : [];
      });
      const deedId = keep({ kind: 'replan', moves: forth }, { kind: 'replan', moves: back });
      const first = placed[0];
      if (first)
        tell(t('place.done', { count: placed.length, when: formats.dateTime(first.at) }), deedId);
      showRefused(refused, 'place.refused');
    },
    onError: showProblem,
  });

  return {
    undo: () => undo(),
    redo,
    isBusy: work.isPending || place.isPending,
    place: (tiles: readonly PostTile[], slots?: UsualTime[]) =>
      place.mutate({ tiles, ...(slots ? { slots } : {}) }),
    move(moves: readonly TileMove[], note = '') {
      const steps = moves.map(({ tile, wall }) => ({
        postId: tile.id,
        at: wall,
        zone: formats.zone,
      }));
      showMoves.show(
        steps,
        moves.map(({ tile }) => tile),
      );
      const [only] = moves;
      const say: Said = ({ count, moved }) => {
        if (moves.every(({ wall }) => wall === null))
          return t('unplanned', { count, title: only?.tile.title ?? '' });
        const at = moved[0]?.at;
        const when = at === undefined ? '' : formats.dateTime(at);
        return [t('moved', { count, when }), note].filter(Boolean).join(' ');
      };
      work.mutate({ step: { kind: 'replan', moves: steps }, say });
    },
    assign(postIds: readonly string[], campaign: { id: string; name: string } | undefined) {
      const moves = postIds.map((postId) => ({ postId, campaignId: campaign?.id ?? null }));
      const key = campaign ? 'assigned' : 'unassigned';
      const say: Said = ({ count }) => t(key, { count, name: campaign?.name ?? '' });
      work.mutate({ step: { kind: 'assign', moves }, say });
    },
    remove(postIds: readonly string[]) {
      const say: Said = ({ count }) => t('removed', { count });
      work.mutate({ step: { kind: 'remove', postIds }, say });
    },
  };
}

export type PlanDeeds = ReturnType<typeof usePlanDeeds>;

/** Where a post stands, as a move that puts it there again. */
function planOf({ id, at, zone, state }: PostTile): ReplanMove {
  if (at === undefined || state === 'draft') return { postId: id, at: null };
  return { postId: id, at, ...(zone === undefined ? {} : { zone }) };
}

function useDeedProblems() {
  const { t } = useTranslation('plan');
  const toast = useToast();
  const problem = useProblem();
  return {
    showProblem(error: unknown): void {
      const { title, what, todo } = problem(error);
      toast({ title, text: `${what} ${todo}` });
    },
    showRefused(
      refused: readonly { title: string; text: string }[],
      key: 'staysPut' | 'place.refused' = 'staysPut',
    ): void {
      const [first] = refused;
      if (!first) return;
      toast({
        title: t(key, { count: refused.length }),
        text: t('place.why', { title: first.title || t('untitled'), text: first.text }),
      });
    },
  };
}

/** Shows moved posts where they go before the studio has answered, and asks again afterwards. */
function useShowMoves() {
  const api = useApi();
  const queries = useQueryClient();
  const { zone } = useFormats();
  const calendars = { queryKey: api.posts.calendar.key() };
  const moved = (tile: PostTile, move: ReplanMove | undefined): PostTile[] => {
    if (!move) return [tile];
    if (move.at === null) return [];
    const inZone = move.zone ?? zone;
    const at = move.at.endsWith('Z') ? Date.parse(move.at) : settleWallTime(move.at, inZone)?.at;
    if (at === undefined) return [tile];
    const { wall: _wall, ...rest } = tile;
    return [{ ...rest, at: new Date(at).toISOString(), zone: inZone, state: 'scheduled' }];
  };
  return {
    /** `tiles` are those that the calendar may not show yet, as drafts of the tray. */
    show(moves: readonly ReplanMove[], tiles: readonly PostTile[] = []): void {
      const byId = new Map(moves.map((move) => [move.postId, move]));
      queries.setQueriesData<{ items: PostTile[] }>(calendars, (data) => {
        if (!data) return data;
        const known = new Set(data.items.map((tile) => tile.id));
        const all = [...data.items, ...tiles.filter((tile) => !known.has(tile.id))];
        return { ...data, items: all.flatMap((tile) => moved(tile, byId.get(tile.id))) };
      });
    },
    settle: () => void queries.invalidateQueries(calendars),
  };
}
