import { IconHeart, IconHeartFilled, IconTag, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LibraryItem } from '../../../../shared/contract/library.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Stars } from './stars.tsx';
import { editorOf, type useEditAsset } from './use-edit-asset.ts';
import { usePostAsset } from './use-post-asset.ts';
import type { LibraryDeeds } from './use-library-deeds.ts';

/** Under the picture in large: its marks, its size, and where it can go from here. */
export function LargeFoot({
  asset,
  deeds,
  editing,
  onTag,
}: {
  asset: LibraryItem;
  deeds: LibraryDeeds;
  editing: ReturnType<typeof useEditAsset>;
  onTag: () => void;
}) {
  const { t } = useTranslation('library');
  const formats = useFormats();
  const posting = usePostAsset(deeds);
  const chosen = { assetIds: [asset.id] };
  const { widthPx, heightPx } = asset;
  const size = widthPx && heightPx ? `${widthPx} × ${heightPx} · ` : '';
  const where = editorOf(asset);
  if (asset.binnedAt)
    return (
      <>
        <span className="grow" />
        <Button kind="primary" size="lg" onClick={() => deeds.restore(chosen)}>
          {t('deeds.restore')}
        </Button>
      </>
    );
  return (
    <>
      <Marks {...{ asset, deeds, onTag }} />
      <span className="small muted num grow studio-facts lib-large-facts">
        {size}
        {formats.bytes(asset.sizeBytes)}
      </span>
      {where ? (
        <>
          <Button size="lg" onClick={() => editing.retouch([asset.id])}>
            {t('deeds.retouch')}
          </Button>
          <Button size="lg" busy={editing.isOpening} onClick={() => editing.compose(asset.id)}>
            {t('deeds.edit')}
          </Button>
        </>
      ) : null}
      {asset.kind === 'audio' ? null : (
        <Button
          kind="primary"
          size="lg"
          busy={posting.isBusy}
          onClick={() => void posting.post(asset)}
        >
          {t('deeds.post')}
        </Button>
      )}
    </>
  );
}

function Marks({
  asset,
  deeds,
  onTag,
}: {
  asset: LibraryItem;
  deeds: LibraryDeeds;
  onTag: () => void;
}) {
  const { t } = useTranslation('library');
  const chosen = { assetIds: [asset.id] };
  const { favourite } = asset;
  return (
    <>
      <Stars
        label={t('details.rating')}
        value={asset.rating}
        onChange={(rating) => deeds.rate(chosen, rating)}
      />
      <IconButton
        label={`${t(favourite ? 'deeds.unfavour' : 'deeds.favour')} (F)`}
        aria-pressed={favourite}
        icon={favourite ? <IconHeartFilled /> : <IconHeart />}
        onClick={() => deeds.favour(chosen, !favourite)}
      />
      <IconButton label={`${t('deeds.tag')} (T)`} icon={<IconTag />} onClick={onTag} />
      <IconButton
        label={`${t('deeds.bin')} (${t('keys.delete')})`}
        icon={<IconTrash />}
        onClick={() => deeds.bin(chosen)}
      />
    </>
  );
}
