import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { CalendarCounts, PostTile } from '../../../shared/contract/posts.ts';
import { dateAt } from '../../../shared/rules/calendar-grid.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useShopFocus } from '../../link/shop-focus.tsx';
import { useNow } from '../../link/use-now.ts';
import { postsByDay } from './place-posts.ts';
import { usePlanFilter, type FilterWish } from './use-plan-filter.ts';
import { usePlanZoom } from './use-plan-zoom.ts';
import { postsPerDay, type Zoom } from './plan-zoom.ts';
import { viewRange, type PlanView } from './plan-view.ts';

const rememberedView = 'vitrine-plan-view';
/** What a column of hours can show at most, and what one whole day can. */
const mostInColumn = { week: 60, day: 200 };

function firstView(): PlanView {
  const view = window.localStorage.getItem(rememberedView);
  const others = ['week', 'day', 'list', 'grid'] as const;
  return others.find((one) => one === view) ?? 'month';
}

const noTiles: readonly PostTile[] = [];
const noDays: CalendarCounts['days'] = [];

/** What the plan shows and where it stands: view, date, filters, and the posts that are on screen. The
 *  list asks for its posts itself, as they come into sight. */
export function usePlan() {
  const { zone } = useFormats();
  const now = useNow();
  const today = dateAt(Date.parse(now), zone);
  const [chosen, setChosen] = useState<PlanView>(firstView);
  const [date, setDate] = useState(today);
  const filter = usePlanFilter();
  const view: PlanView = filter.asks ? 'list' : chosen;
  const { zoom, zoomBy } = usePlanZoom(view);
  const shopId = useShopFocus().shop?.id;
  const wish = useMemo(
    () => (shopId === undefined ? filter.wish : { ...filter.wish, shopId }),
    [filter.wish, shopId],
  );
  const asked = useCalendar(view, date, zoom, wish);
  const items = asked.calendar.data?.items ?? noTiles;
  const tiles = useMemo(() => items.filter((tile) => tile.state !== 'cancelled'), [items]);
  const days = useMemo(() => postsByDay(tiles, zone), [tiles, zone]);
  const setView = (next: PlanView) => {
    window.localStorage.setItem(rememberedView, next);
    filter.setAsks(false);
    setChosen(next);
  };
  return {
    view,
    setView,
    date,
    setDate,
    today,
    now: Date.parse(now),
    zone,
    filter,
    wish,
    zoom,
    zoomBy,
    tiles,
    days,
    ...asked,
  };
}

export type Plan = ReturnType<typeof usePlan>;

/** The query of a view: a month and a week ask for a few posts of each day, the list for none yet. */
function useCalendar(
  view: PlanView,
  date: string,
  zoom: Zoom,
  wish: FilterWish & { shopId?: string },
) {
  const api = useApi();
  const { zone } = useFormats();
  const { from, to } = viewRange(view, date, zone);
  const range = {
    ...wish,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    zone,
  };
  // The list and the profile ask for their posts themselves.
  const isList = view === 'list' || view === 'grid';
  const perDay = view === 'week' || view === 'day' ? mostInColumn[view] : postsPerDay[zoom];
  const calendar = useQuery(
    api.posts.calendar.queryOptions({
      input: { ...range, perDay },
      placeholderData: keepPreviousData,
      enabled: !isList,
    }),
  );
  const list = useQuery(
    api.posts.days.queryOptions({
      input: range,
      placeholderData: keepPreviousData,
      enabled: isList,
    }),
  );
  const counts = isList ? list.data : calendar.data?.counts;
  const held = counts?.days ?? noDays;
  const countOf = useMemo(() => new Map(held.map((day) => [day.date, day.count])), [held]);
  return {
    calendar,
    range,
    /** Days that hold something, with how many posts each. */
    held,
    countOf,
    published: counts?.published ?? 0,
    planned: counts?.planned ?? 0,
    isLoaded: (isList ? list : calendar).data !== undefined,
    error: (isList ? list : calendar).error,
  };
}

/** Opens and closes the composer and the campaigns by the address, so that they can be linked to. */
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
    openCampaign: (campaign: string) => void navigate({ to: '/plan', search: { campaign } }),
    close: () => void navigate({ to: '/plan', search: {} }),
  };
}

export type ComposerAddress = ReturnType<typeof useComposerAddress>;
