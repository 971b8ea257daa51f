import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/catalogue.ts';
import type { ProblemText } from '../../../shared/contract/problems.ts';
import type { Format } from '../../../shared/contract/shapes.ts';
import { useProblem } from '../../link/use-problem.ts';
import { StateSign } from '../../ui/state-sign.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { formatNames, type FrameSizes } from './frame-sizes.ts';
import type { PictureOrder, ProductResult } from './match-results.ts';
import type { OpenFrame } from './neighbour-frame.ts';
import { ScenePreview, usePreview } from './scene-preview.tsx';

const previewSidePx = 400;

type Props = {
  product: Product;
  topPx: number;
  sizes: FrameSizes;
  asked: PictureOrder;
  /** What was made; nothing before anything was ordered. */
  result: ProductResult | undefined;
  isRunning: boolean;
  onOpen: OpenFrame;
};

/** One product in every format, with its state or what is wrong beside its name. */
export function ResultRow(props: Props) {
  const { product, topPx, sizes, asked, result, isRunning, onOpen } = props;
  const { formats } = asked;
  const sentence = useProblem();
  const first = formats[0] ?? '4:5';
  const preview = usePreview(wishOf(asked, product, first), previewSidePx, !isRunning);
  const problem = result?.problem ?? (preview.error ? sentence(preview.error) : undefined);
  const notes = preview.data?.notes ?? [];
  const isLost = problem !== undefined && !result?.files.size;
  return (
    <li className="studio-row" style={{ transform: `translateY(${topPx}px)` }}>
      <div className="studio-row-head">
        <span className="studio-row-name cut">{product.title}</span>
        {isLost ? null : <RowState {...{ result, isRunning, notes }} count={formats.length} />}
      </div>
      <div className="studio-frames" style={{ gap: sizes.gapPx, height: sizes.heightPx }}>
        {isLost ? (
          <Lost product={product} problem={problem} />
        ) : (
          formats.map((format) => (
            <Frame
              key={format}
              {...{ product, format, asked, result, isRunning }}
              widthPx={sizes.widthsPx[format]}
              onOpen={() => onOpen(product.id, format)}
            />
          ))
        )}
      </div>
    </li>
  );
}

function wishOf({ templateId, options }: PictureOrder, product: Product, format: Format) {
  const title = options.titles?.[product.id];
  return {
    templateId,
    productIds: [product.id],
    format,
    options: {
      ...(options.showPrice === undefined ? {} : { showPrice: options.showPrice }),
      ...(title ? { titles: { [product.id]: title } } : {}),
    },
  };
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

function RowState({
  result,
  isRunning,
  count,
  notes,
}: Pick<Props, 'result' | 'isRunning'> & {
  count: number;
  notes: readonly { code: string; text: string }[];
}) {
  const { t } = useTranslation('studio-page');
  if (result && result.files.size >= count)
    return (
      <StateSign tone="leaf" icon={<IconCircleCheck aria-hidden />}>
        <span className="hidden-text">{t('result.ready')}</span>
      </StateSign>
    );
  if (isRunning) return <span className="small muted">{t('result.waits')}</span>;
  const [note] = notes;
  if (!note) return null;
  return (
    <span className="studio-row-note small" title={note.text}>
      <IconInfoCircle aria-hidden />
      <span className="cut">{note.text}</span>
    </span>
  );
}

function Frame({
  product,
  format,
  asked,
  result,
  isRunning,
  widthPx,
  onOpen,
}: Omit<Props, 'topPx' | 'sizes' | 'onOpen'> & {
  format: Format;
  widthPx: number;
  onOpen: () => void;
}) {
  const { t } = useTranslation('studio-page');
  const file = result?.files.get(format);
  const title = asked.options.titles?.[product.id] ?? product.title;
  const label = t('result.frame', { title, format: t(`format.long.${formatNames[format]}`) });
  const style = { width: widthPx };
  if (isRunning && !file) return <span className="studio-frame sk" style={style} />;
  return (
    <button
      type="button"
      className="studio-frame"
      style={style}
      aria-label={t('result.open', { frame: label })}
      onClick={onOpen}
    >
      {file ? (
        <img src={`/media/${file.assetId}/thumb`} alt="" draggable={false} />
      ) : (
        <ScenePreview wish={wishOf(asked, product, format)} label="" maxSidePx={previewSidePx} />
      )}
    </button>
  );
}
