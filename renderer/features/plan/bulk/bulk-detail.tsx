import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { bulkField, type BulkField, type BulkRow } from '../../../../shared/contract/bulk.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useNow } from '../../../link/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { DetailField } from './detail-field.tsx';
import { IssueLine } from './issue-line.tsx';
import type { Bulk } from './use-bulk.ts';

/** Shown even where they are empty. */
const usual: readonly BulkField[] = ['date', 'time', 'accounts', 'caption', 'media'];

/** Everything about one row: what stands against it with its fixes, and every field to change. */
export function BulkDetail({
  bulk,
  row,
  onStep,
}: {
  bulk: Bulk;
  row: BulkRow;
  onStep: (step: 1 | -1) => void;
}) {
  const { t } = useTranslation('bulk');
  const { dateTime } = useFormats();
  const now = useNow();
  const general = row.issues.filter((issue) => issue.field === undefined);
  const isShown = (field: BulkField): boolean =>
    usual.includes(field) || Boolean(row.cells[field]) || hasIssue(row, field);
  const shown = bulkField.options.filter(isShown);
  const others = bulkField.options.filter((field) => !isShown(field));
  const fieldOf = (field: BulkField) => (
    <DetailField key={field} bulk={bulk} row={row} field={field} />
  );
  return (
    <section className="bulk-detail" aria-label={t('ui.detail', { row: row.row })}>
      <header>
        <h3>{t('ui.detail', { row: row.row })}</h3>
        <span className="muted num">{row.at ? dateTime(row.at, now) : null}</span>
        <span className="grow" />
        <IconButton label={t('ui.previous')} icon={<IconChevronUp />} onClick={() => onStep(-1)} />
        <IconButton label={t('ui.next')} icon={<IconChevronDown />} onClick={() => onStep(1)} />
      </header>
      <div className="bulk-fields">
        {row.thumbUrl ? <Thumbnail url={row.thumbUrl} widthPx={72} /> : null}
        {general.map((issue) => (
          <IssueLine key={issue.code} bulk={bulk} row={row} issue={issue} />
        ))}
        {shown.map(fieldOf)}
        {others.length > 0 ? (
          <details>
            <summary>{others.map((field) => t(`field.${field}`)).join(', ')}</summary>
            <div className="bulk-fields">{others.map(fieldOf)}</div>
          </details>
        ) : null}
        <div>
          <Button onClick={() => bulk.leaveOut(!row.leftOut, [row.row])}>
            {t(row.leftOut ? 'ui.takeIn' : 'ui.leaveOut')}
          </Button>
        </div>
      </div>
    </section>
  );
}

function hasIssue({ issues }: BulkRow, field: BulkField): boolean {
  return issues.some((issue) => issue.field === field);
}
