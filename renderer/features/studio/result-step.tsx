import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchFilter } from '../../../shared/contract/batches.ts';
import type { Format } from '../../../shared/contract/shapes.ts';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StepHead } from '../../ui/step-head.tsx';
import { BatchState } from './batch-state.tsx';
import { BatchTools } from './batch-tools.tsx';
import { formatNames, frameSizes, pictureFormats, type FrameSizes } from './frame-sizes.ts';
import type { OpenFrame } from './neighbour-frame.ts';
import { ResultBulk } from './result-bulk.tsx';
import { ResultRow } from './result-row.tsx';
import { useFrameSelection } from './use-frame-selection.ts';
import { useBatchRows } from './use-batch-rows.ts';
import type { Column, Pictures } from './use-pictures.ts';
import type { What } from './use-what.ts';

const rowHeadPx = 42;

/** Step 3: a row for each product, a frame for each template and format: first as drawn here, then as
 *  made. */
export function ResultStep({
  what,
  pictures,
  onOpen,
}: {
  what: What;
  pictures: Pictures;
  onOpen: OpenFrame;
}) {
  const { t } = useTranslation('studio-page');
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [filter, setFilter] = useState<BatchFilter>('all');
  const { columns, work } = pictures;
  const sizes = frameSizes(
    width,
    columns.map(({ format }) => format),
  );
  return (
    <section className="studio-result" aria-labelledby="studio-result">
      <StepHead id="studio-result" number={3} title={t('result.title')} />
      <FormatChips pictures={pictures} />
      <BatchTools {...{ what, pictures, filter }} onFilter={setFilter} />
      {work.batchId !== undefined ? <BatchState work={work} /> : null}
      <div ref={ref} className="studio-width" />
      {what.chosen.length === 0 ? (
        <EmptyState title={t('result.chooseTitle')} text={t('result.chooseText')} />
      ) : width > 0 ? (
        <ResultRows key={filter} {...{ what, pictures, sizes, filter, onOpen }} />
      ) : null}
    </section>
  );
}

/** Formats that one of the chosen templates has. */
function FormatChips({ pictures }: { pictures: Pictures }) {
  const { t } = useTranslation('studio-page');
  const known = new Set(pictures.chosen.flatMap(({ formats }) => formats));
  return (
    <div className="studio-formats" role="group" aria-label={t('result.formats')}>
      {pictureFormats
        .filter((format) => known.has(format))
        .map((format) => (
          <Chip
            key={format}
            tone={pictures.formats.includes(format) ? 'accent' : 'neutral'}
            pressed={pictures.formats.includes(format)}
            onClick={() => pictures.toggleFormat(format)}
          >
            {t(`format.short.${formatNames[format]}`)}
          </Chip>
        ))}
    </div>
  );
}

function ColumnHeads({ columns, sizes }: { columns: readonly Column[]; sizes: FrameSizes }) {
  const { t } = useTranslation('studio-page');
  const isSeveral = new Set(columns.map(({ templateId }) => templateId)).size > 1;
  const nameOf = (format: Format) =>
    t(`format.${sizes.widthsPx[format] < 84 ? 'short' : 'long'}.${formatNames[format]}`);
  return (
    <div className="studio-heads" style={{ gap: sizes.gapPx }} aria-hidden="true">
      {columns.map(({ templateId, name, format }, index) => (
        <span
          key={`${templateId} ${format}`}
          className="small muted"
          style={{ width: sizes.widthsPx[format] }}
        >
          {isSeveral ? (
            <span className="studio-head-template">
              {columns[index - 1]?.templateId === templateId ? '' : name}
            </span>
          ) : null}
          <span className="cut">{nameOf(format)}</span>
        </span>
      ))}
    </div>
  );
}

/** Products of which there are pictures: beside the first of a group the others need no row. */
function rowsOf({ chosen }: What, places: Pictures['places']) {
  const shown = new Set(places.shown());
  return chosen.filter(({ id }) => shown.has(id));
}

function ResultRows({
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
  const scroller = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ first: 0, last: 0 });
  const { work, columns, places } = pictures;
  const products = useMemo(() => rowsOf(what, places), [what, places]);
  const { rows: made, total } = useBatchRows(work.batchId, filter, seen);
  const isFiltered = filter !== 'all' && work.batchId !== undefined;
  const count = isFiltered ? (total ?? 0) : products.length;
  const rowHeightPx = sizes.heightPx + rowHeadPx;
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: 1,
  });
  useEffect(() => rows.measure(), [rows, rowHeightPx]);
  const shown = rows.getVirtualItems();
  const [first, last] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0];
  useEffect(() => setSeen({ first, last }), [first, last]);
  const byProduct = new Map([...made.values()].map((row) => [row.productId, row]));
  const titles = new Map(what.chosen.map((product) => [product.id, product]));
  const selection = useFrameSelection();
  if (isFiltered && total === 0) return <p className="studio-none">{t('filter.none')}</p>;
  return (
    <>
      <div ref={scroller} className="studio-scroll studio-grid">
        <ColumnHeads columns={columns} sizes={sizes} />
        <ul style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {shown.map(({ index, start }) => {
            const row = isFiltered ? made.get(index) : byProduct.get(products[index]?.id ?? '');
            const productId = isFiltered ? row?.productId : products[index]?.id;
            const product = productId === undefined ? undefined : titles.get(productId);
            if (!product) return null;
            return (
              <ResultRow
                key={product.id}
                topPx={start}
                {...{ product, sizes, columns, places, row, onOpen, selection }}
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
