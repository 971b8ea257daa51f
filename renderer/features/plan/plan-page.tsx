import './plan.css';
import { useMemo, useState, type MouseEvent } from 'react';
import { useProblem } from '../../link/use-problem.ts';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { BulkOver } from './bulk/bulk-over.tsx';
import { CampaignsSheet } from './campaigns/campaigns-sheet.tsx';
import { useCampaignsById } from './campaigns/use-campaigns.ts';
import { ComposerSheet } from './composer/composer-sheet.tsx';
import { LatePosts } from './composer/deeds/late-posts.tsx';
import { DayStrip } from './day-strip.tsx';
import { PlanCalendar } from './plan-calendar.tsx';
import { PlanHead } from './plan-head.tsx';
import { TileContext } from './tile-context.ts';
import { usePlanSelection } from './use-plan-selection.ts';
import { useComposerAddress, usePlan, type ComposerAddress, type Plan } from './use-plan.ts';

/** The calendar of posts, with the composer or the campaigns as a sheet over its right. */
export function PlanPage() {
  const plan = usePlan();
  const address = useComposerAddress();
  const sheet = useSheetKey(address);
  const problem = useProblem();
  const campaigns = useCampaignsById();
  const { order, setListed } = useOrder(plan);
  const selection = usePlanSelection(order);
  const { isOpen, search } = address;
  const surroundings = {
    openId: search.post,
    picked: selection.ids,
    campaigns,
    onPress: (postId: string, event: MouseEvent) => {
      const mod = event.ctrlKey || event.metaKey;
      if (mod || event.shiftKey) selection.choose(postId, { mod, shift: event.shiftKey });
      else address.open(postId);
    },
  };
  return (
    <TileContext value={surroundings}>
      <div className={isOpen ? 'plan plan-narrow' : 'plan'}>
        <div className="plan-under">
          <div>
            <PlanHead
              plan={plan}
              narrow={isOpen}
              onNew={() => sheet.openNew()}
              onCampaigns={() => address.openCampaign('all')}
            />
            {plan.error ? <ProblemBlock problem={problem(plan.error)} /> : null}
            {isOpen ? null : <LatePosts onOpen={address.open} />}
          </div>
          <PlanCalendar
            plan={plan}
            address={address}
            selection={selection}
            onListed={setListed}
            onNew={sheet.openNew}
          />
        </div>
        {isOpen ? <DayStrip plan={plan} /> : null}
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
        <CampaignsOver plan={plan} address={address} />
        <BulkOver shown={plan.range} now={plan.now} />
      </div>
    </TileContext>
  );
}

/** The sheet of campaigns, where the address names one or all and no post is open. */
function CampaignsOver({ plan, address }: { plan: Plan; address: ComposerAddress }) {
  const { campaign } = address.search;
  if (address.isOpen || campaign === undefined) return null;
  return (
    <CampaignsSheet
      place={campaign}
      today={plan.today}
      onPlace={address.openCampaign}
      onPost={address.open}
      onShow={({ id, startsOn }) => {
        plan.filter.choose('campaignId', id);
        plan.setDate(startsOn);
        address.close();
      }}
      onClose={address.close}
    />
  );
}

/** The posts on screen in their order, through which Shift picks. */
function useOrder(plan: Plan) {
  const [listed, setListed] = useState<readonly string[]>([]);
  const order = useMemo(() => {
    if (plan.view === 'list') return listed;
    return [...plan.days.values()].flatMap((tiles) => tiles.map((tile) => tile.id));
  }, [plan.view, plan.days, listed]);
  return { order, setListed };
}

/** A post that is stored for the first time gets its own address, but its sheet stays the same one:
 *  who writes must not lose the place. Another new post is another sheet. */
function useSheetKey(address: ComposerAddress) {
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
