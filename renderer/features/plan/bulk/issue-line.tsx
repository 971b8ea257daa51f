import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BulkIssue, BulkRow } from '../../../../shared/contract/bulk.ts';
import { Button } from '../../../ui/button.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import type { Bulk } from './use-bulk.ts';

/** What stands against a cell, and what mends it: here, or in every row that says the same. */
export function IssueLine({ bulk, row, issue }: { bulk: Bulk; row: BulkRow; issue: BulkIssue }) {
  const { t } = useTranslation('bulk');
  const { field, found, fixes = [] } = issue;
  const Icon = issue.level === 'note' ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className={`bulk-issue bulk-${issue.level}`}>
      <p>
        <Icon aria-hidden />
        <span>{issue.text}</span>
      </p>
      {fixes.map(({ label, cells, by }) => (
        <div key={label} className="bulk-fix">
          <Button onClick={() => bulk.setCells(row.row, cells)}>
            <span className="cut">{label}</span>
          </Button>
          {field && found !== undefined && by !== undefined ? (
            <TextButton
              aria-label={t('ui.everywhereLabel', { label, found })}
              onClick={() => bulk.replace(field, found, by)}
            >
              {t('ui.everywhere')}
            </TextButton>
          ) : null}
        </div>
      ))}
    </div>
  );
}
