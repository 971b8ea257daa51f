import './today.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../link/link-provider.tsx';
import { useShopFocus } from '../../link/shop-focus.tsx';
import { useProblem } from '../../link/use-problem.ts';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Approvals } from './approvals.tsx';
import { AttentionItem } from './attention-item.tsx';
import { FirstSteps } from './first-steps.tsx';
import { Letter } from './letter.tsx';
import { LowStock } from './low-stock.tsx';
import { Mentions } from './mentions.tsx';
import { NextPost } from './next-post.tsx';
import { Overnight } from './overnight.tsx';
import { SignInNotices } from './sign-in-notices.tsx';
import { WaitingPeople } from './waiting-people.tsx';

/** The morning letter: what asks, what goes out, who waits, what is nearly sold out. */
export function TodayPage() {
  const { t } = useTranslation('today-ui');
  const api = useApi();
  const problem = useProblem();
  const shopId = useShopFocus().shop?.id;
  const letter = useQuery(
    api.today.letter.queryOptions({
      input: shopId === undefined ? {} : { shopId },
      refetchInterval: 60_000,
      placeholderData: keepPreviousData,
    }),
  );
  if (letter.error && !letter.data)
    return (
      <div className="shell-alone">
        <ProblemBlock problem={problem(letter.error)} />
      </div>
    );
  if (!letter.data)
    return (
      <div className="shell-alone">
        <SkeletonRows />
      </div>
    );
  const {
    attention,
    dueToday,
    next,
    waiting,
    lowStock,
    approvals = [],
    signIns = [],
  } = letter.data;
  const isCalm = attention.length + dueToday.length + approvals.length + waiting.count === 0;
  const later = dueToday.filter((post) => post.id !== next?.id);
  return (
    <div className="today">
      <div>
        <Letter letter={letter.data} />
        {signIns.length > 0 ? <SignInNotices notices={signIns} /> : null}
        {attention.length > 0 ? (
          <section id="attention" className="today-asks" aria-label={t('attention')} tabIndex={-1}>
            {attention.map((item) => (
              <AttentionItem key={item.target.id} post={item.post} target={item.target} />
            ))}
          </section>
        ) : null}
        <Mentions />
        {approvals.length > 0 ? <Approvals posts={approvals} /> : null}
        <Overnight shopId={shopId} />
        {isCalm ? <FirstSteps /> : null}
        {waiting.count > 0 ? <WaitingPeople waiting={waiting} /> : null}
        {lowStock.length > 0 ? <LowStock products={lowStock} /> : null}
      </div>
      <NextPost next={next} later={later} />
    </div>
  );
}
