import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { UsualTime } from '../../../shared/rules/calendar-grid.ts';
import { useApi } from '../../link/link-provider.tsx';
import { BulkPostsBar } from './bulk-posts-bar.tsx';
import { ProfileGrid } from './composer/grid/profile-grid.tsx';
import { DragPosts } from './drag-posts.tsx';
import { DraftsTray } from './drafts-tray.tsx';
import { focusedPost } from './focused-post.ts';
import { ListView } from './list-view.tsx';
import { MonthView } from './month-view.tsx';
import { TileMenu, useTileMenu } from './tile-menu.tsx';
import { TimeGrid } from './time-grid.tsx';
import { useFindTile } from './use-find-tile.ts';
import { usePickedDeeds } from './use-picked-deeds.ts';
import { usePlanDeeds } from './use-plan-deeds.ts';
import { useFocusFollows, usePlanArrows, usePlanShortcuts } from './use-plan-keys.ts';
import type { PlanSelection } from './use-plan-selection.ts';
import { useZoomWheel } from './use-plan-zoom.ts';
import type { ComposerAddress, Plan } from './use-plan.ts';

type CalendarProps = {
  plan: Plan;
  address: ComposerAddress;
  selection: PlanSelection;
  /** Hears the posts of the list, in order. */
  onListed: (postIds: readonly string[]) => void;
  onNew: (wall?: string) => void;
};

const noTimes: readonly UsualTime[] = [];

/** The view that is chosen, and all that can be done in it by hand and by key. */
export function PlanCalendar({ plan, address, selection, onListed, onNew }: CalendarProps) {
  const api = useApi();
  const shop = useQuery(api.shop.get.queryOptions());
  const usualTimes = shop.data?.usualTimes ?? noTimes;
  const frame = useRef<HTMLDivElement>(null);
  const isLifted = useRef(false);
  const find = useFindTile();
  const deeds = usePlanDeeds();
  const picked = usePickedDeeds(deeds, { zone: plan.zone, now: plan.now, usualTimes });
  const pickedTiles = [...selection.ids].flatMap((id) => find(id) ?? []);
  const menu = useTileMenu(find);
  const focusFollows = useFocusFollows(frame);
  const pick = (postId: string) => selection.choose(postId, { mod: true, shift: false });
  /** A post that is picked takes all picked ones along. */
  const along = (postId: string) =>
    selection.ids.has(postId) ? pickedTiles.filter((tile) => tile.id !== postId) : [];
  const onArrow = usePlanArrows({
    frame,
    view: plan.view,
    isLifted: () => isLifted.current,
    onShift: (postId, shift) => {
      const tile = find(postId);
      if (tile) picked.shift([tile, ...along(postId)], shift);
    },
  });
  usePlanShortcuts({
    on: !address.isOpen && address.search.campaign === undefined,
    focused: () => find(focusedPost() ?? ''),
    onUnplan: (tile) => {
      if (pickedTiles.length > 0 && (!tile || selection.ids.has(tile.id)))
        picked.unplan(pickedTiles);
      else if (tile) picked.unplan([tile]);
    },
    onNew,
    onPick: pick,
    onPickAll: selection.chooseAll,
    onPickNone: selection.clear,
    onUndo: deeds.undo,
    onRedo: deeds.redo,
    onZoom: plan.zoomBy,
  });
  useZoomWheel(frame, plan.zoomBy);
  return (
    <DragPosts
      count={(tile) => along(tile.id).length + 1}
      onLift={(lifted) => (isLifted.current = lifted)}
      onDrop={(tile, spot) => picked.drop(tile, spot, along(tile.id))}
    >
      <div
        ref={frame}
        className="plan-body"
        onKeyDown={onArrow}
        onContextMenu={menu.open}
        {...focusFollows}
      >
        <View plan={plan} address={address} usualTimes={usualTimes} onNew={onNew} />
        {plan.view === 'list' ? <ListView plan={plan} frame={frame} onShown={onListed} /> : null}
      </div>
      {address.isOpen ? null : (
        <DraftsTray published={plan.published} planned={plan.planned} deeds={deeds} />
      )}
      <TileMenu
        menu={menu}
        pickedTiles={pickedTiles}
        deeds={picked}
        onOpen={address.open}
        onPick={pick}
      />
      <BulkPostsBar
        tiles={pickedTiles}
        count={selection.ids.size}
        deeds={picked}
        onClear={selection.clear}
      />
    </DragPosts>
  );
}

function View({
  plan,
  address,
  usualTimes,
  onNew,
}: Pick<CalendarProps, 'plan' | 'address' | 'onNew'> & { usualTimes: readonly UsualTime[] }) {
  const props = {
    plan,
    narrow: address.isOpen,
    onNew,
    onCampaign: address.openCampaign,
    onDay: (date: string) => {
      plan.setDate(date);
      plan.setView('day');
    },
  };
  if (plan.view === 'month') return <MonthView {...props} usualTimes={usualTimes} />;
  if (plan.view === 'grid')
    return <ProfileGrid chosenId={address.search.post} onOpen={address.open} />;
  return plan.view === 'list' ? null : <TimeGrid {...props} />;
}
