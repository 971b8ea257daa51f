import './plan.css';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { instantToWall } from '../../../shared/rules/zoned-time.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useProblem } from '../../link/use-problem.ts';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { ComposerSheet } from './composer/composer-sheet.tsx';
import { DayView } from './day-view.tsx';
import { DayStrip } from './day-strip.tsx';
import { DragPosts } from './drag-posts.tsx';
import { DraftsTray } from './drafts-tray.tsx';
import { focusedPost } from './focused-post.ts';
import { ListView } from './list-view.tsx';
import { MonthView, WeekView } from './month-view.tsx';
import { isMovable, landingHour, landingTime } from './place-posts.ts';
import { PlanHead } from './plan-head.tsx';
import { useUnplanPost } from './use-unplan-post.ts';
import { useMovePost } from './use-move-post.ts';
import { useComposerAddress, usePlan, type Plan } from './use-plan.ts';

/** The calendar of posts, with the composer as a sheet over its right. */
export function PlanPage() {
  const plan = usePlan();
  const address = useComposerAddress();
  const sheet = useSheetKey(address);
  const problem = useProblem();
  const { isOpen, search } = address;
  useShortcut('n', () => sheet.openNew(), !isOpen);
  return (
    <div className={isOpen ? 'plan plan-narrow' : 'plan'}>
      <div className="plan-under">
        <div>
          <PlanHead plan={plan} narrow={isOpen} onNew={() => sheet.openNew()} />
          {plan.calendar.error ? <ProblemBlock problem={problem(plan.calendar.error)} /> : null}
        </div>
        <Calendar plan={plan} address={address} onNew={sheet.openNew} />
      </div>
      {isOpen ? <DayStrip plan={plan} chosenId={search.post} onOpen={address.open} /> : null}
      {isOpen ? (
        <ComposerSheet
          key={sheet.key}
          postId={search.post}
          begin={{ wall: search.new, assets: search.assets, product: search.product }}
          onCreated={sheet.created}
          onOpen={address.open}
          onClose={address.close}
        />
      ) : null}
    </div>
  );
}

/** A post that is stored for the first time gets its own address, but its sheet stays the same one:
 *  who writes must not lose the place. Another new post is another sheet. */
function useSheetKey(address: ReturnType<typeof useComposerAddress>) {
  const [session, setSession] = useState(0);
  const [born, setBorn] = useState<{ postId: string; session: number }>();
  const { post } = address.search;
  const inSession = post === undefined ? session : post === born?.postId ? born.session : undefined;
  return {
    key: inSession === undefined ? post : `new-${inSession}`,
    openNew: (wall?: string) => {
      setSession((count) => count + 1);
      address.openNew(wall);
    },
    created: (postId: string) => {
      setBorn({ postId, session });
      address.settle(postId);
    },
  };
}

function Calendar({
  plan,
  address,
  onNew,
}: {
  plan: Plan;
  address: ReturnType<typeof useComposerAddress>;
  onNew: (wall?: string) => void;
}) {
  const api = useApi();
  const { zone } = useFormats();
  const shop = useQuery(api.shop.get.queryOptions());
  const move = useMovePost();
  const unplan = useUnplanPost();
  const frame = useRef<HTMLDivElement>(null);
  const takeDate = (tile: PostTile | undefined) => {
    if (tile?.at !== undefined && tile.state !== 'draft' && isMovable(tile)) unplan.mutate(tile);
  };
  const takeFocused = () => takeDate(plan.tiles.find((tile) => tile.id === focusedPost()));
  useShortcut('Delete', takeFocused);
  useShortcut('Backspace', takeFocused);
  const usualTimes = shop.data?.usualTimes ?? [];
  const props = {
    plan,
    usualTimes,
    narrow: address.isOpen,
    chosenId: address.search.post,
    onOpen: address.open,
    onNew,
    onDay: (date: string) => {
      plan.setDate(date);
      plan.setView('day');
    },
  };
  return (
    <DragPosts
      onDrop={(tile, spot) => {
        if (spot === 'tray') return takeDate(tile);
        const wall = spot.includes('T')
          ? landingHour(tile, spot, zone)
          : landingTime(tile, spot, usualTimes, zone, plan.now);
        if (wall !== (tile.at && instantToWall(Date.parse(tile.at), zone)))
          move.mutate({ tile, wall });
      }}
    >
      <div ref={frame} className="plan-body">
        {plan.view === 'month' ? <MonthView {...props} /> : null}
        {plan.view === 'week' ? <WeekView {...props} /> : null}
        {plan.view === 'day' ? <DayView {...props} /> : null}
        {plan.view === 'list' ? (
          <ListView plan={plan} frame={frame} chosenId={props.chosenId} onOpen={props.onOpen} />
        ) : null}
      </div>
      {address.isOpen ? null : <DraftsTray tiles={plan.tiles} onOpen={address.open} />}
    </DragPosts>
  );
}
