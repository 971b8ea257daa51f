import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { dateAt } from '../../../shared/rules/calendar-grid.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useNow } from '../../link/use-now.ts';
import { postsByDay } from './place-posts.ts';
import { usePlanFilter } from './use-plan-filter.ts';
import { viewRange, type PlanView } from './plan-view.ts';

const rememberedView = 'vitrine-plan-view';

function firstView(): PlanView {
  const view = window.localStorage.getItem(rememberedView);
  return view === 'week' || view === 'day' || view === 'list' ? view : 'month';
}

/** What the plan shows and where it stands: view, date, account, and the posts of that range. */
export function usePlan() {
  const api = useApi();
  const { zone } = useFormats();
  const now = useNow();
  const today = dateAt(Date.parse(now), zone);
  const [view, setViewState] = useState<PlanView>(firstView);
  const [date, setDate] = useState(today);
  const filter = usePlanFilter();
  const { accountId, productId, state } = filter;
  const [asksOnly, setAsksOnly] = useState(false);
  const shown: PlanView = asksOnly ? 'list' : view;
  const { from, to } = viewRange(shown, date, zone);
  const range = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
  const calendar = useQuery(
    api.posts.calendar.queryOptions({
      input: { ...range, ...(accountId ? { accountId } : {}), ...(productId ? { productId } : {}) },
      placeholderData: keepPreviousData,
    }),
  );
  const items = calendar.data?.items;
  const tiles = useMemo<PostTile[]>(
    () =>
      (items ?? []).filter(
        (tile) =>
          tile.state !== 'cancelled' &&
          (!asksOnly || tile.asks) &&
          (state === undefined || tile.state === state),
      ),
    [items, asksOnly, state],
  );
  const days = useMemo(() => postsByDay(tiles, zone), [tiles, zone]);
  const setView = (next: PlanView) => {
    window.localStorage.setItem(rememberedView, next);
    setAsksOnly(false);
    setViewState(next);
  };
  return {
    view: shown,
    setView,
    date,
    setDate,
    today,
    now: Date.parse(now),
    filter,
    asksOnly,
    setAsksOnly,
    tiles,
    days,
    calendar,
  };
}

export type Plan = ReturnType<typeof usePlan>;

/** Opens and closes the composer by the address, so that it can be linked to. */
export function useComposerAddress() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  return {
    search,
    isOpen: search.post !== undefined || search.new !== undefined,
    /** The address of a new post once it is stored, in place of that of a new one. */
    settle: (postId: string) => {
      // Saved while its sheet closes: the address has moved on and stays where it is.
      if (window.location.hash.startsWith('#/plan?new='))
        void navigate({ to: '/plan', search: { post: postId }, replace: true });
    },
    open: (postId: string) => void navigate({ to: '/plan', search: { post: postId } }),
    openNew: (wall?: string) => void navigate({ to: '/plan', search: { new: wall ?? '1' } }),
    close: () => void navigate({ to: '/plan', search: {} }),
  };
}
