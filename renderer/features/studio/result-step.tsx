import { useElementSize } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Format } from '../../../shared/contract/shapes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Chip } from '../../ui/chip.tsx';
import { allFormats, formatNames, frameSizes, type FrameSizes } from './frame-sizes.ts';
import { JobState } from './job-state.tsx';
import { resultOf } from './match-results.ts';
import type { OpenFrame } from './neighbour-frame.ts';
import { ResultRow } from './result-row.tsx';
import { StepHead } from '../../ui/step-head.tsx';
import type { Pictures } from './use-pictures.ts';
import type { What } from './use-what.ts';

/** Step 3: a row for each product, a frame for each format: first as drawn here, then as made. */
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
  const { formats, results, work } = pictures;
  const sizes = frameSizes(width, formats);
  return (
    <section className="studio-result" aria-labelledby="studio-result">
      <StepHead id="studio-result" number={3} title={t('result.title')}>
        <FormatChips pictures={pictures} />
      </StepHead>
      {work.jobId !== undefined && (results || work.isRunning) ? (
        <JobState work={work} kind="pictures" />
      ) : null}
      <div ref={ref} className="studio-width" />
      {what.chosen.length === 0 ? (
        <EmptyState title={t('result.chooseTitle')} text={t('result.chooseText')} />
      ) : (
        <>
          <FormatHeads formats={formats} sizes={sizes} />
          {width > 0 ? (
            <ResultRows what={what} pictures={pictures} sizes={sizes} onOpen={onOpen} />
          ) : null}
        </>
      )}
    </section>
  );
}

function FormatChips({ pictures }: { pictures: Pictures }) {
  const { t } = useTranslation('studio-page');
  return (
    <div className="studio-formats" role="group" aria-label={t('result.formats')}>
      {allFormats.map((format) => (
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

function FormatHeads({ formats, sizes }: { formats: readonly Format[]; sizes: FrameSizes }) {
  const { t } = useTranslation('studio-page');
  return (
    <div className="studio-heads" style={{ gap: sizes.gapPx }} aria-hidden="true">
      {formats.map((format) => (
        <span key={format} className="small muted" style={{ width: sizes.widthsPx[format] }}>
          {t(`format.${sizes.widthsPx[format] < 84 ? 'short' : 'long'}.${formatNames[format]}`)}
        </span>
      ))}
    </div>
  );
}

function ResultRows({
  what,
  pictures,
  sizes,
  onOpen,
}: {
  what: What;
  pictures: Pictures;
  sizes: FrameSizes;
  onOpen: OpenFrame;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const { chosen } = what;
  const { results, work } = pictures;
  const rowHeightPx = sizes.heightPx + 42;
  const rows = useVirtualizer({
    count: chosen.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    getItemKey: (index) => chosen[index]?.id ?? index,
    overscan: 1,
  });
  useEffect(() => rows.measure(), [rows, rowHeightPx]);
  return (
    <div ref={scroller} className="studio-scroll">
      <ul style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const product = chosen[index];
          if (!product) return null;
          return (
            <ResultRow
              key={product.id}
              product={product}
              topPx={start}
              sizes={sizes}
              asked={pictures.asked}
              result={results && resultOf(results, product.id)}
              isRunning={results !== undefined && work.isRunning}
              onOpen={onOpen}
            />
          );
        })}
      </ul>
    </div>
  );
}
