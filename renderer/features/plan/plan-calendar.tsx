import { useQuery } from '@tanstack/react-query';
import type { UsualTime } from '../../../shared/rules/calendar-grid.ts';
import { useShopFocus } from '../../link/shop-focus.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { BulkPostsBar } from './bulk-posts-bar.tsx';
import { ProfileGrid } from './composer/grid/profile-grid.tsx';
import { DragPosts } from './drag-posts.tsx';
import { DraftsTray } from './drafts-tray.tsx';
import { ListView } from './list-view.tsx';
import { MonthView } from './month-view.tsx';
import { TileMenu } from './tile-menu.tsx';
import { TimeGrid } from './time-grid.tsx';
import { usePlanHands } from './use-plan-hands.ts';
import type { PlanSelection } from './use-plan-selection.ts';
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
  const looked = useShopFocus().shop;
  const usualTimes = (looked ?? shop.data)?.usualTimes ?? noTimes;
  const hands = usePlanHands({ plan, address, selection, usualTimes, onNew });
  const { frame, deeds, picked, pickedTiles } = hands;
  return (
    <DragPosts {...hands.carrying}>
      <div ref={frame} className="plan-body" {...hands.area}>
        <View plan={plan} address={address} usualTimes={usualTimes} onNew={onNew} />
        {plan.view === 'list' ? <ListView plan={plan} frame={frame} onShown={onListed} /> : null}
      </div>
      {address.isOpen ? null : (
        <DraftsTray published={plan.published} planned={plan.planned} deeds={deeds} />
      )}
      <TileMenu
        menu={hands.menu}
        pickedTiles={pickedTiles}
        deeds={picked}
        onOpen={address.open}
        onPick={hands.pick}
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
