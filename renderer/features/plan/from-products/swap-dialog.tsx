import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SeriesItem } from '../../../../shared/contract/series.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';

/** Another picture for a post: one of the product's photos or of what was made of it. */
export function SwapDialog({
  item,
  seriesId,
  onClose,
}: {
  item: SeriesItem;
  seriesId: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('series');
  const api = useApi();
  const { productId } = item;
  const product = useQuery(api.catalogue.get.queryOptions({ input: { productId } }));
  const made = useQuery(
    api.media.list.queryOptions({
      input: { kind: 'photo', origin: 'studio', productId, limit: 24 },
    }),
  );
  const edit = useChange(api.series.edit.mutationOptions());
  const photos = product.data?.photos ?? [];
  const creations = made.data?.items ?? [];
  const all = [
    ...photos.map(({ assetId, thumbUrl }) => ({ assetId, thumbUrl })),
    ...creations.map(({ id, thumbUrl }) => ({ assetId: id, thumbUrl })),
  ];
  const take = (assetId: string) => {
    edit.mutate({ seriesId, productId, assetId });
    onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('swap.title')} widthPx={560}>
      <ul className="fp-swap">
        {all.map(({ assetId, thumbUrl }, index) => (
          <li key={assetId}>
            <button
              type="button"
              aria-pressed={item.media[0]?.assetId === assetId}
              aria-label={t('swap.take', { at: index + 1, count: all.length })}
              onClick={() => take(assetId)}
            >
              <Thumbnail url={thumbUrl} widthPx={112} />
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
