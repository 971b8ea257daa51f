import { IconAlertTriangle, IconPencil, IconRefresh } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchPicture, BatchSpec } from '../../../shared/contract/batches.ts';
import type { Product } from '../../../shared/contract/catalogue.ts';
import { formatNames } from './frame-sizes.ts';
import type { GridPlace } from './move-in-grid.ts';
import type { OpenFrame } from './neighbour-frame.ts';
import { ScenePreview } from './scene-preview.tsx';
import type { FrameSelection } from './use-frame-selection.ts';
import type { Column } from './use-pictures.ts';
import { useDue } from './use-due.ts';
import type { ResultGrid } from './use-result-grid.ts';
import { wishOf } from './wish-of.ts';

const previewSidePx = 400;

type Props = {
  product: Product;
  column: Column;
  asked: BatchSpec;
  /** Products that stand in it beside its own. */
  others: readonly string[];
  picture: BatchPicture | undefined;
  isRunning: boolean;
  place: GridPlace;
  leftPx: number;
  widthPx: number;
  grid: ResultGrid;
  /** Only pictures of a batch can be dealt with together. */
  selection: FrameSelection | undefined;
  onOpen: OpenFrame;
};

/** One picture: as made, or as it will be; a click enlarges it, Ctrl and click or Space selects it. */
export function ResultFrame(props: Props) {
  const { product, column, asked, others, picture, isRunning } = props;
  const { place, leftPx, widthPx, grid, selection, onOpen } = props;
  const { t } = useTranslation(['studio-page', 'batch']);
  const ref = { productId: product.id, templateId: column.templateId, format: column.format };
  const title = asked.options?.titles?.[product.id] ?? product.title;
  const format = t(`format.long.${formatNames[column.format]}`);
  const label = t('result.frame', { title, format });
  const isDue = useDue(grid.isScrolling);
  const state = picture?.state ?? 'none';
  if (isRunning && (state === 'none' || state === 'changed'))
    return <span className="studio-frame sk" style={{ left: leftPx, width: widthPx }} />;
  const select = selection ? () => selection.toggle(ref) : undefined;
  const act = (event: MouseEvent) =>
    select && (event.ctrlKey || event.metaKey) ? select() : onOpen(ref);
  const isSelected = selection?.has(ref) ?? false;
  return (
    <button
      type="button"
      className={`studio-frame studio-frame-${state}${isSelected ? ' studio-frame-chosen' : ''}`}
      style={{ left: leftPx, width: widthPx }}
      data-column={place.column}
      tabIndex={place.row === grid.at.row && place.column === grid.at.column ? 0 : -1}
      onFocus={() => grid.standAt(place)}
      aria-label={`${t('result.open', { frame: label })}${stateWords(state, t)}`}
      aria-pressed={isSelected || undefined}
      onClick={act}
      onKeyDown={(event) => {
        if (event.key !== ' ' || !select) return;
        event.preventDefault();
        select();
      }}
    >
      {picture?.assetId && state !== 'changed' && state !== 'none' ? (
        <img src={`/media/${picture.assetId}/thumb`} alt="" draggable={false} />
      ) : state === 'problem' || !isDue ? null : (
        <ScenePreview
          wish={wishOf(asked, product, column, { photoAssetId: picture?.photoAssetId, others })}
          label=""
          maxSidePx={previewSidePx}
        />
      )}
      <FrameMark picture={picture} />
    </button>
  );
}

function stateWords(state: string, t: (key: string) => string): string {
  return state === 'changed' || state === 'problem' || state === 'excluded'
    ? `, ${t(`batch:state.${state}`)}`
    : '';
}

/** Edited by hand, to be made again, or not to be had: a small sign in the corner. */
function FrameMark({ picture }: { picture: BatchPicture | undefined }) {
  if (!picture) return null;
  const { state, creationId } = picture;
  const icon =
    state === 'problem' ? (
      <IconAlertTriangle aria-hidden />
    ) : state === 'changed' ? (
      <IconRefresh aria-hidden />
    ) : creationId ? (
      <IconPencil aria-hidden />
    ) : null;
  return icon ? <span className={`studio-mark studio-mark-${state}`}>{icon}</span> : null;
}
