import { useTranslation } from 'react-i18next';
import type { BatchRow, PictureRef } from '../../../shared/contract/batches.ts';
import { BulkBar } from '../../ui/bulk-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { pictureAt } from './use-batch-rows.ts';
import { useFrameDeeds } from './use-frame-deeds.ts';
import type { Pictures } from './use-pictures.ts';

/** What can be done with several pictures at once. */
export function ResultBulk({
  pictures,
  refs,
  rows,
  onClear,
}: {
  pictures: Pictures;
  refs: readonly PictureRef[];
  rows: ReadonlyMap<string, BatchRow>;
  onClear: () => void;
}) {
  const { t } = useTranslation('batch');
  const deeds = useFrameDeeds(pictures);
  const isOut = (ref: PictureRef) => pictureAt(rows.get(ref.productId), ref)?.state === 'excluded';
  const areOut = refs.length > 0 && refs.every(isOut);
  return (
    <BulkBar count={refs.length} onClear={onClear}>
      <Button
        onClick={() => {
          void deeds.exclude(refs, !areOut);
          onClear();
        }}
      >
        {t(areOut ? 'takeIn' : 'leaveOut')}
      </Button>
      <Button
        disabled={areOut || pictures.work.isRunning}
        onClick={() => {
          void pictures.make({ only: [...refs] });
          onClear();
        }}
      >
        {t('again')}
      </Button>
    </BulkBar>
  );
}
