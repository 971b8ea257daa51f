import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchFilter } from '../../../shared/contract/batches.ts';
import { Chip } from '../../ui/chip.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StepHead } from '../../ui/step-head.tsx';
import { BatchState } from './batch-state.tsx';
import { BatchTools } from './batch-tools.tsx';
import { formatNames, frameSizes, pictureFormats } from './frame-sizes.ts';
import type { OpenFrame } from './neighbour-frame.ts';
import { ResultRows } from './result-rows.tsx';
import type { Pictures } from './use-pictures.ts';
import type { What } from './use-what.ts';

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
