import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BatchRow, BatchSpec } from '../../../shared/contract/batches.ts';
import type { Product } from '../../../shared/contract/catalogue.ts';
import type { ProblemText } from '../../../shared/contract/problems.ts';
import type { BatchPlaces } from '../../../shared/rules/batch-columns.ts';
import { useProblem } from '../../link/use-problem.ts';
import { StateSign } from '../../ui/state-sign.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import type { FrameSizes } from './frame-sizes.ts';
import type { OpenFrame } from './neighbour-frame.ts';
import { ResultFrame } from './result-frame.tsx';
import { usePreview } from './scene-preview.tsx';
import { pictureAt } from './use-batch-rows.ts';
import type { FrameSelection } from './use-frame-selection.ts';
import type { Column } from './use-pictures.ts';
import { useDue } from './use-due.ts';
import type { ResultGrid } from './use-result-grid.ts';
import { wishOf } from './wish-of.ts';

export const previewSidePx = 400;

type Props = {
  index: number;
  product: Product;
  topPx: number;
  sizes: FrameSizes;
  columns: readonly Column[];
  places: BatchPlaces;
  asked: BatchSpec;
  /** What was made; nothing before anything was ordered. */
  row: BatchRow | undefined;
  isRunning: boolean;
  selection: FrameSelection;
  grid: ResultGrid;
  onOpen: OpenFrame;
};

/** One product in every template and format, with its state or what is wrong beside its name. */
export function ResultRow(props: Props) {
  const { index, product, topPx, sizes, columns, places, asked, row, isRunning } = props;
  const { t } = useTranslation('batch');
  const sentence = useProblem();
  const isDue = useDue(props.grid.isScrolling);
  const othersOf = ({ takesSeveral }: Column) => (takesSeveral ? places.others(product.id) : []);
  const first = columns.find((column) => places.has(product.id, column)) ?? columns[0];
  const wish = first
    ? wishOf(asked, product, first, { others: othersOf(first) })
    : { templateId: '', productIds: [], format: '4:5' as const };
  const preview = usePreview(wish, previewSidePx, isDue && !isRunning);
  const beside = first ? othersOf(first).length : 0;
  const lost = row?.pictures.every(({ state }) => state === 'problem')
    ? row.pictures[0]?.problem
    : undefined;
  const problem = lost ?? (preview.error && !row ? sentence(preview.error) : undefined);
  return (
    <li className="studio-row" data-row={index} style={{ transform: `translateY(${topPx}px)` }}>
      <div className="studio-row-head">
        <span className="studio-row-name cut">{product.title}</span>
        {beside > 0 ? (
          <span className="small muted">{t('batch:beside', { count: beside })}</span>
        ) : null}
        {problem ? null : <RowState {...props} notes={preview.data?.notes ?? []} />}
      </div>
      <div className="studio-frames" style={{ height: sizes.heightPx }}>
        {problem ? (
          <Lost product={product} problem={problem} />
        ) : (
          <Frames {...props} othersOf={othersOf} />
        )}
      </div>
    </li>
  );
}

/** Of the columns those in view, as far as this product has a picture there. */
function Frames({
  othersOf,
  ...props
}: Props & { othersOf: (column: Column) => readonly string[] }) {
  const { index: rowIndex, product, columns, places, asked, row, isRunning, grid } = props;
  return grid.across.getVirtualItems().map(({ index, start, size }) => {
    const column = columns[index];
    if (!column || !places.has(product.id, column)) return null;
    return (
      <ResultFrame
        key={`${column.templateId} ${column.format}`}
        {...{ product, column, asked, isRunning }}
        others={othersOf(column)}
        picture={pictureAt(row, column)}
        place={{ row: rowIndex, column: index }}
        leftPx={start}
        widthPx={size}
        grid={grid}
        selection={row ? props.selection : undefined}
        onOpen={props.onOpen}
      />
    );
  });
}

/** Why there is no picture of a product, in the place of its pictures, and the way to the product. */
function Lost({ product, problem }: { product: Product; problem: ProblemText }) {
  const { t } = useTranslation('studio-page');
  const navigate = useNavigate();
  return (
    <div className="studio-lost small">
      <StateSign tone="berry" icon={<IconAlertTriangle aria-hidden />}>
        {problem.title}
      </StateSign>
      <p>
        {problem.what} {problem.todo}{' '}
        <TextButton
          onClick={() => void navigate({ to: '/catalogue', search: { product: product.id } })}
        >
          {t('result.openProduct')}
        </TextButton>
      </p>
    </div>
  );
}

type Note = { code: string; text: string };

function RowState({ row, isRunning, notes }: Props & { notes: readonly Note[] }) {
  const { t } = useTranslation(['studio-page', 'batch']);
  const pictures = row?.pictures.filter(({ state }) => state !== 'excluded') ?? [];
  const own = [...pictures.flatMap((picture) => picture.notes), ...notes];
  const isReady = pictures.length > 0 && pictures.every(({ state }) => state === 'made');
  const changed = pictures.filter(({ state }) => state === 'changed').length;
  return (
    <>
      {isReady ? (
        <StateSign tone="leaf" icon={<IconCircleCheck aria-hidden />}>
          <span className="hidden-text">{t('result.ready')}</span>
        </StateSign>
      ) : null}
      {!isReady && isRunning ? (
        <span className="small muted">{t('result.waits')}</span>
      ) : changed > 0 ? (
        <span className="small studio-row-changed">{t('batch:changed', { count: changed })}</span>
      ) : null}
      {own[0] && !isRunning ? (
        <span className="studio-row-note small" title={own[0].text}>
          <IconInfoCircle aria-hidden />
          <span className="cut">{own[0].text}</span>
        </span>
      ) : null}
    </>
  );
}
