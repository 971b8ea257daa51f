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
const usual: readonly BulkField[] = ['accounts', 'caption', 'media'];
const paired: readonly BulkField[] = ['date', 'time'];

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
  const isShown = (field: BulkField): boolean =>
    usual.includes(field) || Boolean(row.cells[field]) || hasIssue(row, field);
  const single = bulkField.options.filter((field) => !paired.includes(field));
  const shown = single.filter(isShown);
  const others = single.filter((field) => !isShown(field));
  const fieldOf = (field: BulkField) => (
    <DetailField key={field} bulk={bulk} row={row} field={field} />
  );
  return (
    <section className="bulk-detail" aria-label={t('ui.detail', { row: row.row })}>
      <header>
        <h3>{t('ui.detail', { row: row.row })}</h3>
        <span className="muted num cut">{row.at ? dateTime(row.at, now) : null}</span>
        <span className="grow" />
        <IconButton label={t('ui.previous')} icon={<IconChevronUp />} onClick={() => onStep(-1)} />
        <IconButton label={t('ui.next')} icon={<IconChevronDown />} onClick={() => onStep(1)} />
      </header>
      <div className="bulk-fields">
        <RowIssues bulk={bulk} row={row} />
        <div className="bulk-pair">{paired.map(fieldOf)}</div>
        {row.thumbUrl ? <Thumbnail url={row.thumbUrl} widthPx={72} /> : null}
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

/** What stands against the row, the gravest first, each with what mends it. */
function RowIssues({ bulk, row }: { bulk: Bulk; row: BulkRow }) {
  if (row.issues.length === 0) return null;
  return (
    <div className="bulk-issues" role="status">
      {row.issues.map((issue) => (
        <IssueLine
          key={`${issue.code} ${issue.field} ${issue.found}`}
          bulk={bulk}
          row={row}
          issue={issue}
        />
      ))}
    </div>
  );
}

function hasIssue({ issues }: BulkRow, field: BulkField): boolean {
  return issues.some((issue) => issue.field === field);
}
