import { IconAlertTriangle, IconCheck, IconCircleMinus, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BulkField, BulkRow } from '../../../../shared/contract/bulk.ts';
import { StateSign } from '../../../ui/state-sign.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { BulkCell } from './bulk-cell.tsx';
import type { Bulk } from './use-bulk.ts';

const fields: readonly BulkField[] = ['date', 'time', 'accounts', 'caption', 'media'];

/** One row of the table: its cells are changed where they stand. */
export function BulkLine({
  bulk,
  row,
  index,
  isChosen,
  onChoose,
}: {
  bulk: Bulk;
  row: BulkRow;
  index: number;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { t } = useTranslation('bulk');
  const look = [isChosen ? 'bulk-chosen' : '', row.leftOut ? 'bulk-out' : ''];
  return (
    <tr className={look.filter(Boolean).join(' ')} aria-rowindex={index + 2} onClick={onChoose}>
      <th scope="row" className="bulk-number">
        <button
          type="button"
          className="bulk-cell num"
          data-cell="row"
          aria-pressed={isChosen}
          aria-label={t('ui.rowLabel', { row: row.row })}
          onClick={onChoose}
        >
          {row.row}
        </button>
      </th>
      <td className="bulk-picture">
        <Thumbnail url={row.thumbUrl} widthPx={32} heightPx={40} />
      </td>
      {fields.map((field) => (
        <td key={field} className={`bulk-${field}`}>
          <BulkCell
            field={field}
            text={row.cells[field] ?? ''}
            isWrong={hasError(row, field)}
            onSave={(value) => bulk.setCells(row.row, { [field]: value })}
          />
        </td>
      ))}
      <td className="bulk-state">
        <RowState row={row} />
      </td>
    </tr>
  );
}

function hasError({ issues }: BulkRow, field: BulkField): boolean {
  return issues.some((issue) => issue.field === field && issue.level === 'error');
}

function RowState({ row }: { row: BulkRow }) {
  const { t } = useTranslation('bulk');
  const count = (level: string) => row.issues.filter((issue) => issue.level === level).length;
  const [errors, warnings] = [count('error'), count('warning')];
  if (row.leftOut)
    return (
      <StateSign tone="muted" icon={<IconCircleMinus aria-hidden />}>
        {t('ui.out')}
      </StateSign>
    );
  if (errors > 0)
    return (
      <StateSign tone="berry" icon={<IconAlertTriangle aria-hidden />}>
        {t('ui.errorCount', { count: errors })}
      </StateSign>
    );
  if (warnings > 0)
    return (
      <StateSign tone="sun" icon={<IconInfoCircle aria-hidden />}>
        {t('ui.warningCount', { count: warnings })}
      </StateSign>
    );
  return (
    <StateSign tone="leaf" icon={<IconCheck aria-hidden />}>
      {t(row.at === undefined ? 'ui.draftOk' : 'ui.ok')}
    </StateSign>
  );
}
