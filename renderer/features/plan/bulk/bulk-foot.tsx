import { useTranslation } from 'react-i18next';
import type { BulkSession } from '../../../../shared/contract/bulk.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { useBatchDeeds } from './use-batches.ts';
import type { Bulk } from './use-bulk.ts';

/** What would come of the table, and the one press that plans it. */
export function BulkFoot({
  bulk,
  session,
  onDone,
}: {
  bulk: Bulk;
  session: BulkSession;
  onDone: () => void;
}) {
  const { t } = useTranslation('bulk');
  const api = useApi();
  const toast = useToast();
  const deeds = useBatchDeeds();
  const { errors, scheduled, drafts, rows, leftOut } = session.counts;
  const count = rows - leftOut;
  const confirm = useChange(
    api.bulk.confirm.mutationOptions({
      onSuccess({ posts, batchId }) {
        toast({ text: t('ui.done', { count: posts }), undo: () => deeds.undo(batchId) });
        onDone();
      },
    }),
  );
  const sums = [
    scheduled > 0 && t('ui.sumScheduled', { count: scheduled }),
    drafts > 0 && t('ui.sumDrafts', { count: drafts }),
    errors > 0 && t('ui.sumErrors', { count: errors }),
  ].filter(Boolean);
  return (
    <>
      <Button size="lg" kind="quiet" onClick={bulk.discard}>
        {t('ui.discard')}
      </Button>
      <span className="grow muted num" role="status">
        {sums.join(' · ')}
      </span>
      {errors > 0 ? (
        <Button size="lg" onClick={() => bulk.leaveOut(true)}>
          {t('ui.leaveOutErrors', { count: errors })}
        </Button>
      ) : null}
      <Button
        size="lg"
        kind="primary"
        busy={confirm.isPending}
        disabled={errors > 0 || count === 0}
        onClick={() => confirm.mutate({ sessionId: session.sessionId })}
      >
        {t('ui.confirm', { count })}
      </Button>
    </>
  );
}
