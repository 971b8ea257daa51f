import {
  IconDownload,
  IconHeart,
  IconHeartFilled,
  IconTextPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LibraryDetails } from '../../../../shared/contract/library.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { editorOf, useEditAsset } from './use-edit-asset.ts';
import type { LibraryDeeds } from './use-library-deeds.ts';

/** What can be done with one picture or film. */
export function AssetDeeds({ asset, deeds }: { asset: LibraryDetails; deeds: LibraryDeeds }) {
  const { t } = useTranslation('library');
  const navigate = useNavigate();
  const { edit, compose, isOpening } = useEditAsset();
  const where = editorOf(asset);
  const chosen = { assetIds: [asset.id] };
  const productIds = asset.products.map(({ productId }) => productId);
  if (asset.binnedAt)
    return (
      <div className="lib-deeds">
        <Button onClick={() => deeds.restore(chosen)}>{t('deeds.restore')}</Button>
      </div>
    );
  return (
    <div className="lib-deeds">
      {asset.kind === 'audio' ? null : (
        <Button kind="primary" onClick={() => deeds.toPost([asset.id], productIds[0])}>
          {t('deeds.post')}
        </Button>
      )}
      {productIds.length > 0 && asset.kind === 'photo' && asset.origin !== 'studio' ? (
        <Button
          onClick={() =>
            void navigate({ to: '/studio', search: { products: productIds.join(',') } })
          }
        >
          {t('deeds.pictures')}
        </Button>
      ) : null}
      {where ? (
        <Button busy={isOpening} onClick={() => edit(asset)}>
          {t(where === 'editor' ? 'deeds.edit' : 'deeds.retouch')}
        </Button>
      ) : null}
      <DeedIcons
        {...{ asset, deeds }}
        onCompose={where === 'photo' ? () => compose(asset.id) : undefined}
      />
    </div>
  );
}

function DeedIcons({
  asset,
  deeds,
  onCompose,
}: {
  asset: LibraryDetails;
  deeds: LibraryDeeds;
  onCompose: (() => void) | undefined;
}) {
  const { t } = useTranslation('library');
  const chosen = { assetIds: [asset.id] };
  return (
    <span className="lib-deed-icons">
      {onCompose ? (
        <IconButton label={t('deeds.inEditor')} icon={<IconTextPlus />} onClick={onCompose} />
      ) : null}
      <IconButton
        label={asset.favourite ? t('deeds.unfavour') : t('deeds.favour')}
        aria-pressed={asset.favourite}
        icon={asset.favourite ? <IconHeartFilled /> : <IconHeart />}
        onClick={() => deeds.favour(chosen, !asset.favourite)}
      />
      <IconButton
        label={t('deeds.save')}
        icon={<IconDownload />}
        onClick={() => deeds.save([asset])}
      />
      <IconButton label={t('deeds.bin')} icon={<IconTrash />} onClick={() => deeds.bin(chosen)} />
    </span>
  );
}
