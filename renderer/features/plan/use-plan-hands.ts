import { useRef } from 'react';
import type { PostTile } from '../../../shared/contract/posts.ts';
import type { UsualTime } from '../../../shared/rules/calendar-grid.ts';
import { focusedPost } from './focused-post.ts';
import { useTileMenu } from './tile-menu.tsx';
import { useFindTile } from './use-find-tile.ts';
import { usePickedDeeds } from './use-picked-deeds.ts';
import { usePlanDeeds } from './use-plan-deeds.ts';
import { useFocusFollows, usePlanArrows, usePlanShortcuts } from './use-plan-keys.ts';
import type { PlanSelection } from './use-plan-selection.ts';
import { useZoomWheel } from './use-plan-zoom.ts';
import type { ComposerAddress, Plan } from './use-plan.ts';

type HandsProps = {
  plan: Plan;
  address: ComposerAddress;
  selection: PlanSelection;
  usualTimes: readonly UsualTime[];
  onNew: (wall?: string) => void;
};

/** What hand and keys do in the calendar: to the post they are on, or to all that are picked. */
export function usePlanHands({ plan, address, selection, usualTimes, onNew }: HandsProps) {
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
  const unplan = (tile: PostTile | undefined) => {
    if (pickedTiles.length > 0 && (!tile || selection.ids.has(tile.id))) picked.unplan(pickedTiles);
    else if (tile) picked.unplan([tile]);
  };
  const onKeyDown = usePlanArrows({
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
    onUnplan: unplan,
    onNew,
    onPick: pick,
    onPickAll: selection.chooseAll,
    onPickNone: selection.clear,
    onUndo: deeds.undo,
    onRedo: deeds.redo,
    onZoom: plan.zoomBy,
  });
  useZoomWheel(frame, plan.zoomBy);
  return {
    frame,
    deeds,
    picked,
    pickedTiles,
    menu,
    pick,
    /** For what scrolls the calendar. */
    area: { onKeyDown, onContextMenu: menu.open, ...focusFollows },
    /** For what is carried. */
    carrying: {
      count: (tile: PostTile) => along(tile.id).length + 1,
      onLift: (lifted: boolean) => void (isLifted.current = lifted),
      onDrop: (tile: PostTile, spot: string) => picked.drop(tile, spot, along(tile.id)),
    },
  };
}
