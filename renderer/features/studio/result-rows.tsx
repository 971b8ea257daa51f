import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchFilter } from '../../../shared/contract/batches.ts';
import { ColumnHeads } from './column-heads.tsx';
import { columnLines } from './column-lines.ts';
import type { FrameSizes } from './frame-sizes.ts';
import type { OpenFrame } from './neighbour-frame.ts';
import { ResultBulk } from './result-bulk.tsx';
import { ResultRow } from './result-row.tsx';
import { useBatchRows } from './use-batch-rows.ts';
import { useFrameSelection } from './use-frame-selection.ts';
import type { Pictures } from './use-pictures.ts';
import { useResultGrid } from './use-result-grid.ts';
import type { What } from './use-what.ts';

/** Products of which there are pictures: beside the first of a group the others need no row. */
function rowsOf({ chosen }: What, places: Pictures['places']) {
  const shown = new Set(places.shown());
  return chosen.filter(({ id }) => shown.has(id));
}

/** The grid: of all its rows and columns those in view. */
export function ResultRows({
  what,
  pictures,
  sizes,
  filter,
  onOpen,
}: {
  what: What;
  pictures: Pictures;
  sizes: FrameSizes;
  filter: BatchFilter;
  onOpen: OpenFrame;
}) {
  const { t } = useTranslation('batch');
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const { work, columns, places } = pictures;
  const products = useMemo(() => rowsOf(what, places), [what, places]);
  const { rows: made, total } = useBatchRows(work.batchId, filter, seen);
  const isFiltered = filter !== 'all' && work.batchId !== undefined;
  const count = isFiltered ? (total ?? 0) : products.length;
  const idAt = (row: number) => (isFiltered ? made.get(row)?.productId : products[row]?.id);
  const grid = useResultGrid({
    ...{ count, columns, sizes },
    has: ({ row, column }) => {
      const [id, at] = [idAt(row), columns[column]];
      return id === undefined || at === undefined || places.has(id, at);
    },
  });
  const lines = useMemo(() => columnLines(columns, sizes), [columns, sizes]);
  const shown = grid.rows.getVirtualItems();
  const [first, last] = [grid.rows.range?.startIndex ?? 0, grid.rows.range?.endIndex ?? 0];
  useEffect(() => setSeen({ first, last }), [first, last]);
  const byProduct = new Map([...made.values()].map((row) => [row.productId, row]));
  const titles = useMemo(() => new Map(what.chosen.map((one) => [one.id, one])), [what.chosen]);
  const selection = useFrameSelection();
  if (isFiltered && total === 0) return <p className="studio-none">{t('filter.none')}</p>;
  return (
    <>
      <div ref={grid.scroller} className="studio-scroll studio-grid">
        <ColumnHeads {...{ columns, sizes, lines, grid }} />
        <ul
          className="studio-rows"
          style={{ height: grid.rows.getTotalSize(), width: lines.totalPx }}
          onKeyDown={grid.onKeyDown}
        >
          {shown.map(({ index, start }) => {
            const product = titles.get(idAt(index) ?? '');
            if (!product) return null;
            return (
              <ResultRow
                key={product.id}
                topPx={start}
                {...{ index, product, sizes, columns, places, onOpen, selection, grid }}
                row={isFiltered ? made.get(index) : byProduct.get(product.id)}
                asked={pictures.asked}
                isRunning={work.isRunning}
              />
            );
          })}
        </ul>
      </div>
      <ResultBulk
        pictures={pictures}
        refs={selection.refs}
        rows={byProduct}
        onClear={selection.clear}
      />
    </>
  );
}
