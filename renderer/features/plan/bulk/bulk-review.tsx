import { IconColumns3, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkRow, BulkSession } from '../../../../shared/contract/bulk.ts';
import { Button } from '../../../ui/button.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { BulkColumns } from './bulk-columns.tsx';
import { BulkDetail } from './bulk-detail.tsx';
import { BulkMedia } from './bulk-media.tsx';
import { BulkTable } from './bulk-table.tsx';
import { useBulkRows } from './use-bulk-rows.ts';
import type { Bulk, OnlyRows } from './use-bulk.ts';

/** Every row of the table, and beside it the one that is being looked at. */
export function BulkReview({
  bulk,
  session,
  only,
  onOnly,
}: {
  bulk: Bulk;
  session: BulkSession;
  only: OnlyRows;
  onOnly: (only: OnlyRows) => void;
}) {
  const rows = useBulkRows(session, only);
  const [chosen, setChosen] = useState<number>();
  const index = Math.max(0, rows.indexOf(chosen));
  const shown = rows.at(index);
  return (
    <div className="bulk-review">
      <ReviewTools bulk={bulk} session={session} only={only} onOnly={onOnly} />
      <div className="bulk-panes">
        <BulkTable bulk={bulk} rows={rows} only={only} chosen={shown?.row} onChoose={setChosen} />
        {shown ? (
          <BulkDetail
            key={shown.row}
            bulk={bulk}
            row={shown}
            onStep={(step) => stepTo(rows.at(index + step), setChosen)}
          />
        ) : null}
      </div>
    </div>
  );
}

function stepTo(row: BulkRow | undefined, choose: (row: number) => void): void {
  if (row) choose(row.row);
}

function ReviewTools({
  bulk,
  session,
  only,
  onOnly,
}: {
  bulk: Bulk;
  session: BulkSession;
  only: OnlyRows;
  onOnly: (only: OnlyRows) => void;
}) {
  const { t } = useTranslation('bulk');
  const [over, setOver] = useState<'none' | 'columns' | 'media'>(
    session.mapping.some(Boolean) ? 'none' : 'columns',
  );
  const { counts, files } = session;
  const missing = files.unmatched.length;
  const options = [
    { value: 'all' as const, label: words(t('ui.all'), counts.rows) },
    { value: 'errors' as const, label: words(t('ui.errors'), counts.errors) },
    { value: 'warnings' as const, label: words(t('ui.warnings'), counts.warnings) },
    { value: 'left-out' as const, label: words(t('ui.leftOut'), counts.leftOut) },
  ];
  return (
    <div className="bulk-tools">
      <Segments label={t('ui.show')} value={only} options={options} onChange={onOnly} />
      <span className="grow" />
      <Button icon={<IconColumns3 aria-hidden />} onClick={() => setOver('columns')}>
        {t('ui.columns')}
      </Button>
      <Button icon={<IconPhoto aria-hidden />} onClick={() => setOver('media')}>
        {missing > 0 ? t('ui.missing', { count: missing }) : t('ui.media')}
      </Button>
      {over === 'columns' ? (
        <BulkColumns bulk={bulk} session={session} onClose={() => setOver('none')} />
      ) : null}
      {over === 'media' ? (
        <BulkMedia bulk={bulk} session={session} onClose={() => setOver('none')} />
      ) : null}
    </div>
  );
}

function words(label: string, count: number): string {
  return `${label} ${count}`;
}
