import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { BulkLine } from './bulk-line.tsx';
import type { BulkRows } from './use-bulk-rows.ts';
import type { Bulk, OnlyRows } from './use-bulk.ts';

const lineHeightPx = 56;

/** The rows; only those in sight are drawn. Arrows move within a column. */
export function BulkTable({
  bulk,
  rows,
  only,
  chosen,
  onChoose,
}: {
  bulk: Bulk;
  rows: BulkRows;
  only: OnlyRows;
  chosen: number | undefined;
  onChoose: (row: number) => void;
}) {
  const { t } = useTranslation('bulk');
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeightPx,
    overscan: 8,
  });
  const shown = lines.getVirtualItems();
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0];
  const { see } = rows;
  useEffect(() => see(first, last), [see, first, last]);
  if (rows.total === 0)
    return <p className="bulk-none muted">{t(only === 'errors' ? 'ui.noneErrors' : 'ui.none')}</p>;
  const before = shown[0]?.start ?? 0;
  const after = lines.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div ref={scroller} className="bulk-scroll">
      <table className="bulk-table" aria-label={t('ui.table')} aria-rowcount={rows.total + 1}>
        <BulkHead />
        <tbody onKeyDown={moveByArrows}>
          <Gap heightPx={before} />
          {shown.map(({ index }) => {
            const row = rows.at(index);
            if (!row) return <Gap key={`gap-${index}`} heightPx={lineHeightPx} />;
            return (
              <BulkLine
                key={row.row}
                bulk={bulk}
                row={row}
                index={index}
                isChosen={row.row === chosen}
                onChoose={() => onChoose(row.row)}
              />
            );
          })}
          <Gap heightPx={after} />
        </tbody>
      </table>
    </div>
  );
}

function BulkHead() {
  const { t } = useTranslation('bulk');
  const fields = ['date', 'time', 'accounts', 'caption', 'media'] as const;
  return (
    <thead>
      <tr>
        <th scope="col" className="bulk-number">
          {t('ui.row')}
        </th>
        <th scope="col" className="bulk-picture">
          <span className="hidden-text">{t('ui.picture')}</span>
        </th>
        {fields.map((field) => (
          <th key={field} scope="col" className={`bulk-${field}`}>
            {t(`field.${field}`)}
          </th>
        ))}
        <th scope="col" className="bulk-state">
          {t('ui.state')}
        </th>
      </tr>
    </thead>
  );
}

function Gap({ heightPx }: { heightPx: number }) {
  return heightPx > 0 ? <tr aria-hidden="true" style={{ height: heightPx }} /> : null;
}

/** To the same column of the row above or below. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const from = event.target;
  const isStep = event.key === 'ArrowDown' || event.key === 'ArrowUp';
  if (!isStep || !(from instanceof HTMLElement) || from instanceof HTMLInputElement) return;
  const line = from.closest('tr');
  const next = event.key === 'ArrowDown' ? line?.nextElementSibling : line?.previousElementSibling;
  const target = next?.querySelector<HTMLElement>(`[data-cell="${from.dataset['cell'] ?? ''}"]`);
  if (!target) return;
  event.preventDefault();
  target.focus();
}
