import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import { readPhotoWork, type PhotoWork } from '../../../../shared/scene/photo-work/photo-work.ts';
import { lightnessOf } from '../../../../shared/scene/lightness.ts';
import type { PhotoSlot, PictureSlots } from '../../../../shared/scene/template.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useApi } from '../../../link/link-provider.tsx';
import { useLanguage } from '../../../link/language-context.ts';
import { noPhoto, sampleSlots } from './sample-slots.ts';

const samplePriceMinor = 2490;
const lightnessSidePx = 64;
/** Smaller photos make no picture. */
const leastSidePx = 320;

export type Sample = {
  slots: PictureSlots | undefined;
  /** What is done to the product's photo wherever it is used. */
  work: PhotoWork | undefined;
  /** Of a product of the shop, not of nobody's. */
  isReal: boolean;
  /** Shows the next product; nothing where there is only one. */
  next: (() => void) | undefined;
};

/** A product of the shop for the preview; words of nobody's product while the catalogue is empty. */
export function useSample(): Sample {
  const { t } = useTranslation('brand');
  const api = useApi();
  const formats = useFormats();
  const [language] = useLanguage();
  const [index, setIndex] = useState(0);
  const found = useQuery(api.catalogue.search.queryOptions({ input: { limit: 24 } }));
  const products = found.data?.items.filter(({ photos }) => photos.length > 0) ?? [];
  const product = products[index % Math.max(1, products.length)];
  const photo = usePhoto(product);
  const work = useWork(product);
  const title = t('sample.title');
  const isKnown =
    found.isFetched && (product === undefined || (photo !== undefined && work.isKnown));
  const slots = useMemo(() => {
    const words = { title, price: formats.money(samplePriceMinor), language };
    return isKnown ? sampleSlots(product, photo ?? noPhoto, words, formats.money) : undefined;
  }, [isKnown, product, photo, title, formats, language]);
  return {
    slots,
    work: work.settings,
    isReal: product !== undefined,
    next: products.length > 1 ? () => setIndex((now) => now + 1) : undefined,
  };
}

/** The first photo of a product with its size and lightness; `noPhoto` where it is too small. */
function usePhoto(product: Product | undefined): PhotoSlot | undefined {
  const api = useApi();
  const first = product?.photos[0];
  const asset = useQuery(
    api.media.get.queryOptions({
      input: { assetId: first?.assetId ?? '-' },
      enabled: first !== undefined,
    }),
  );
  const thumbUrl = first?.thumbUrl ?? '';
  const lightness = useQuery({
    queryKey: ['photo-lightness', thumbUrl],
    queryFn: ({ signal }) => measureLightness(thumbUrl, signal),
    enabled: first !== undefined,
    staleTime: Infinity,
  });
  return useMemo(() => {
    if (asset.error) return noPhoto;
    if (!asset.data || lightness.isPending) return undefined;
    const { id, widthPx = 0, heightPx = 0 } = asset.data;
    if (Math.min(widthPx, heightPx) < leastSidePx) return noPhoto;
    return { photoId: id, widthPx, heightPx, lightness: lightness.data };
  }, [asset.data, asset.error, lightness.data, lightness.isPending]);
}

function useWork(product: Product | undefined) {
  const api = useApi();
  const assetId = product?.photos[0]?.assetId ?? '-';
  const enabled = product !== undefined;
  const input = { assetIds: [assetId] };
  const found = useQuery(api.photoWork.get.queryOptions({ input, enabled, retry: false }));
  const kept = found.data?.items[0]?.work;
  const settings = useMemo(() => kept && readPhotoWork(kept), [kept]);
  return { isKnown: found.isFetched, settings };
}

/** As the studio measures it when a photo comes in. */
async function measureLightness(address: string, signal: AbortSignal): Promise<number> {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(`picture: ${answer.status}`);
  const image = await createImageBitmap(await answer.blob(), {
    colorSpaceConversion: 'none',
    resizeWidth: lightnessSidePx,
  });
  const ctx = new OffscreenCanvas(image.width, image.height).getContext('2d');
  ctx?.drawImage(image, 0, 0);
  const pixels = ctx?.getImageData(0, 0, image.width, image.height).data;
  image.close();
  return pixels ? lightnessOf(pixels) : 1;
}
