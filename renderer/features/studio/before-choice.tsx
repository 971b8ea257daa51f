import './editor/editor.css';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/catalogue.ts';
import { slidePlace } from '../../../shared/rules/slide-id.ts';
import { useApi } from '../../link/link-provider.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { PhotoPicker } from './editor/photo-picker.tsx';
import type { OpenedFrame } from './neighbour-frame.ts';
import type { Pictures } from './use-pictures.ts';

/** In a template that shows before and after: the photo of before, one of the product's or any other.
 *  It holds for all formats of this product. */
export function BeforeChoice({
  product,
  opened,
  nowId,
  pictures,
}: {
  product: Product;
  opened: OpenedFrame;
  /** The photo of after: not offered again. */
  nowId: string | undefined;
  pictures: Pictures;
}) {
  const { t } = useTranslation('batch');
  const [isPicking, setPicking] = useState(false);
  const { templateId } = slidePlace(opened.templateId);
  const template = pictures.chosen.find(({ id }) => id === templateId);
  const own = pictures.words.all[templateId]?.ofProduct?.[product.id];
  if (!template?.slots.includes('beforePhoto')) return null;
  const choose = (beforePhotoId: string | undefined) => {
    const { beforePhotoId: _before, ...rest } = own ?? {};
    const next = { ...rest, ...(beforePhotoId && { beforePhotoId }) };
    const isEmpty = Object.keys(next).length === 0;
    pictures.words.set(templateId, product.id, isEmpty ? undefined : next);
  };
  const after = nowId ?? product.photos[0]?.assetId;
  const others = product.photos.filter(({ assetId }) => assetId !== after).slice(0, 6);
  const chosen = own?.beforePhotoId ?? others[0]?.assetId;
  const isElsewhere = chosen !== undefined && others.every(({ assetId }) => assetId !== chosen);
  return (
    <div className="studio-before" role="group" aria-label={t('before.title')}>
      <span className="small muted">{t('before.title')}</span>
      <span className="studio-photos">
        {others.map(({ assetId, thumbUrl }, index) => (
          <button
            key={assetId}
            type="button"
            aria-pressed={assetId === chosen}
            aria-label={t('before.own', { number: index + 1 })}
            onClick={() => choose(index === 0 ? undefined : assetId)}
          >
            <Thumbnail url={thumbUrl} widthPx={32} />
          </button>
        ))}
        {isElsewhere ? (
          <button type="button" aria-pressed aria-label={t('before.chosen')}>
            <ChosenPhoto assetId={chosen} />
          </button>
        ) : null}
      </span>
      <IconButton
        label={t('before.other')}
        icon={<IconPhotoPlus />}
        onClick={() => setPicking(true)}
      />
      <PhotoPicker
        opened={isPicking}
        onClose={() => setPicking(false)}
        onPick={(assetId) => {
          choose(assetId);
          setPicking(false);
        }}
      />
    </div>
  );
}

function ChosenPhoto({ assetId }: { assetId: string }) {
  const api = useApi();
  const asset = useQuery(api.media.get.queryOptions({ input: { assetId } }));
  return <Thumbnail url={asset.data?.thumbUrl} widthPx={32} />;
}
