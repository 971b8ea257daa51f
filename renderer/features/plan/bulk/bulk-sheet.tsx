import './bulk.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkSession } from '../../../../shared/contract/bulk.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { BulkFoot } from './bulk-foot.tsx';
import { BulkReview } from './bulk-review.tsx';
import { BulkStart } from './bulk-start.tsx';
import { useBulk, type Bulk, type OnlyRows } from './use-bulk.ts';

/** Planning by table: choose a file, look at every row, mend it in place, plan all of it. */
export function BulkSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('bulk');
  const bulk = useBulk();
  const { session, opening } = bulk;
  const isReading = opening.state.step === 'busy';
  return (
    <Sheet
      title={t('ui.title')}
      widthPx={4000}
      className="bulk-sheet"
      onClose={onClose}
      beside={session ? <span className="muted cut">{session.name}</span> : undefined}
      footer={
        session && !isReading ? (
          <BulkFoot bulk={bulk} session={session} onDone={onClose} />
        ) : undefined
      }
    >
      <BulkBody bulk={bulk} session={isReading ? undefined : session} />
    </Sheet>
  );
}

function BulkBody({ bulk, session }: { bulk: Bulk; session: BulkSession | undefined }) {
  const [only, setOnly] = useState<OnlyRows>();
  if (bulk.isLoading) return <SkeletonRows count={8} />;
  if (!session || bulk.opening.state.step === 'problem') return <BulkStart bulk={bulk} />;
  const { errors } = session.counts;
  return (
    <BulkReview
      key={session.sessionId}
      bulk={bulk}
      session={session}
      only={only ?? (errors > 0 ? 'errors' : 'all')}
      onOnly={setOnly}
    />
  );
}
