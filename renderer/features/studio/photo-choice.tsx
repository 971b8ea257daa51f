import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/catalogue.ts';
import { Thumbnail } from '../../ui/thumbnail.tsx';

/** Which of a product's photos stands in one picture; nothing where there is no choice. */
export function PhotoChoice({
  product,
  chosenId,
  onChoose,
}: {
  product: Product;
  chosenId: string | undefined;
  /** Null: the first again. */
  onChoose: (photoAssetId: string | null) => void;
}) {
  const { t } = useTranslation('batch');
  const { photos } = product;
  if (photos.length < 2) return null;
  const currentId = chosenId ?? photos[0]?.assetId;
  return (
    <div className="studio-photos" role="group" aria-label={t('photos')}>
      {photos.slice(0, 6).map(({ assetId, thumbUrl }, index) => (
        <button
          key={assetId}
          type="button"
          aria-pressed={assetId === currentId}
          aria-label={t('photo', { number: index + 1 })}
          onClick={() => onChoose(index === 0 ? null : assetId)}
        >
          <Thumbnail url={thumbUrl} widthPx={32} />
        </button>
      ))}
    </div>
  );
}
