import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblem } from '../../../link/use-problem.ts';
import { BulkBar } from '../../../ui/bulk-bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { PageHead } from '../../../ui/page-head.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { MakingLine } from './making-line.tsx';
import { ReviewCard } from './review-card.tsx';
import { moveAmongCards } from './move-among-cards.ts';
import { RewriteDialog } from './rewrite-dialog.tsx';
import { isOpen, useReview, type Review } from './use-review.ts';

/** All posts of a series beside one another: looked through, mended, scheduled. */
export function ReviewPage({ seriesId, onNew }: { seriesId: string; onNew: () => void }) {
  const { t } = useTranslation('series');
  const problem = useProblem();
  const review = useReview(seriesId);
  const [rewriting, setRewriting] = useState<string[]>();
  const { series, items, error, selection, deeds } = review;
  return (
    <div className="fp">
      <ReviewHead review={review} onNew={onNew} onRewrite={setRewriting} />
      {error ? <ProblemBlock problem={problem(error)} /> : null}
      {series ? null : <SkeletonRows count={6} />}
      <div className="fp-review">
        {series?.jobId ? <MakingLine jobId={series.jobId} onCancel={deeds.cancel} /> : null}
        <PricesChanged review={review} />
        <ul className="fp-cards" aria-label={t('review.list')} onKeyDown={moveAmongCards}>
          {items.map((item, index) => (
            <ReviewCard
              key={item.productId}
              item={item}
              review={review}
              isSelected={selection.ids.has(item.productId)}
              isFirst={index === 0}
            />
          ))}
        </ul>
      </div>
      <Chosen review={review} onRewrite={setRewriting} />
      {series && rewriting ? (
        <RewriteDialog
          series={series}
          productIds={rewriting}
          rewrite={deeds.rewrite}
          onClose={() => setRewriting(undefined)}
        />
      ) : null}
    </div>
  );
}

function ReviewHead({
  review,
  onNew,
  onRewrite,
}: {
  review: Review;
  onNew: () => void;
  onRewrite: (productIds: string[]) => void;
}) {
  const { t } = useTranslation('series');
  const { items, drafts, deeds, series } = review;
  const scheduled = items.filter((item) => item.state === 'scheduled').length;
  const open = items.filter(isOpen).map((item) => item.productId);
  return (
    <PageHead
      title={t('review.title')}
      beside={
        <span className="muted num" role="status">
          {t('review.count', { count: drafts.length, scheduled })}
        </span>
      }
    >
      <Button kind="quiet" onClick={onNew}>
        {t('review.new')}
      </Button>
      <Button disabled={open.length === 0} onClick={() => onRewrite(open)}>
        {t('review.rewrite')}
      </Button>
      <Button
        kind="primary"
        size="lg"
        busy={deeds.isScheduling}
        disabled={drafts.length === 0 || series?.jobId !== undefined}
        onClick={() => deeds.schedule(drafts.map((item) => item.productId))}
      >
        {t('review.schedule', { count: drafts.length })}
      </Button>
    </PageHead>
  );
}

/** Prices that changed since the words were written, taken over in one step. */
function PricesChanged({ review }: { review: Review }) {
  const { t } = useTranslation('series');
  const changed = review.items.filter((item) => item.priceChanged && !item.edited);
  if (changed.length < 2) return null;
  return (
    <p className="fp-prices">
      {t('price.many', { count: changed.length })}{' '}
      <TextButton onClick={() => review.deeds.update(changed.map((item) => item.productId))}>
        {t('price.updateAll')}
      </TextButton>
    </p>
  );
}

function Chosen({
  review,
  onRewrite,
}: {
  review: Review;
  onRewrite: (productIds: string[]) => void;
}) {
  const { t } = useTranslation('series');
  const { selection, items, deeds, clear } = review;
  const chosen = items.filter((item) => selection.ids.has(item.productId));
  const ids = chosen.filter(isOpen).map((item) => item.productId);
  const drafts = chosen.filter((item) => item.state === 'draft').map((item) => item.productId);
  return (
    <BulkBar count={chosen.length} onClear={clear}>
      <Button disabled={drafts.length === 0} onClick={() => deeds.schedule(drafts)}>
        {t('chosen.schedule')}
      </Button>
      <Button disabled={ids.length === 0} onClick={() => onRewrite(ids)}>
        {t('chosen.rewrite')}
      </Button>
      <Button disabled={ids.length === 0} onClick={() => deeds.redraw(ids)}>
        {t('chosen.redraw')}
      </Button>
      <Button
        disabled={ids.length === 0}
        onClick={() => {
          deeds.exclude(ids);
          clear();
        }}
      >
        {t('chosen.exclude')}
      </Button>
    </BulkBar>
  );
}
