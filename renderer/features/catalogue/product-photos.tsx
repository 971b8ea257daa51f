import { IconArrowBarToLeft, IconPhotoPlus, IconX } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/catalogue.ts';
import { useApi, useStudio } from '../../link/link-provider.tsx';
import { importFiles } from '../../link/upload.ts';
import { useChange } from '../../link/use-change.ts';
import { useProblem } from '../../link/use-problem.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useToast } from '../../ui/toast.tsx';

/** The photos of a product, the first one large; files dropped here become its photos. */
export const ProductPhotos = memo(function ProductPhotos({ product }: { product: Product }) {
  const { t } = useTranslation('catalogue');
  const { isBusy, add, replace } = usePhotos(product);
  const ids = product.photos.map((photo) => photo.assetId);
  return (
    <FileDrop label={t('photos.drop')} onFiles={(files) => void add(files)}>
      <ul className="cat-photos">
        {product.photos.map((photo, index) => (
          <li key={photo.assetId} className="cat-photo">
            <img
              src={index === 0 ? photo.url : photo.thumbUrl}
              alt={t('photos.alt', { number: index + 1, title: product.title })}
            />
            <span className="cat-photo-deeds">
              {index > 0 ? (
                <IconButton
                  label={t('photos.first', { number: index + 1 })}
                  icon={<IconArrowBarToLeft />}
                  onClick={() =>
                    replace([photo.assetId, ...ids.filter((id) => id !== photo.assetId)])
                  }
                />
              ) : null}
              <IconButton
                label={t('photos.remove', { number: index + 1 })}
                icon={<IconX />}
                onClick={() => replace(ids.filter((id) => id !== photo.assetId))}
              />
            </span>
          </li>
        ))}
        <li className="cat-photo-add">
          <FileButton
            kind="quiet"
            accept="image/*"
            busy={isBusy}
            icon={<IconPhotoPlus aria-hidden />}
            aria-label={t('photos.add')}
            onFiles={(files) => void add(files)}
          >
            {ids.length === 0 ? t('photos.add') : null}
          </FileButton>
        </li>
      </ul>
    </FileDrop>
  );
});

function usePhotos(product: Product) {
  const { t } = useTranslation('catalogue');
  const api = useApi();
  const { client } = useStudio();
  const toast = useToast();
  const problem = useProblem();
  const save = useChange(api.catalogue.save.mutationOptions());
  const [isBusy, setBusy] = useState(false);
  const before = product.photos.map((photo) => photo.assetId);

  const replace = (photoAssetIds: string[]) => {
    const isFewer = photoAssetIds.length < before.length;
    save.mutate(
      { id: product.id, photoAssetIds },
      {
        onSuccess: () => {
          if (!isFewer) return;
          const undo = () => save.mutate({ id: product.id, photoAssetIds: before });
          toast({ text: t('photos.removed'), undo });
        },
      },
    );
  };
  const add = async (files: File[]) => {
    setBusy(true);
    try {
      const { imported, refused } = await importFiles(client, files);
      for (const { problem: why } of refused.slice(0, 3))
        toast({ title: why.title, text: `${why.what} ${why.todo}` });
      const assetIds = imported.map((file) => file.assetId);
      if (assetIds.length > 0)
        await client.catalogue.save({ id: product.id, photoAssetIds: [...before, ...assetIds] });
    } catch (error) {
      const { title, what, todo } = problem(error);
      toast({ title, text: `${what} ${todo}` });
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, add, replace };
}
