import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import type { Format } from '../../../../shared/contract/shapes.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { SceneCanvas } from '../../../ui/scene-canvas.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { useDelayed } from '../../../ui/use-delayed.ts';
import { arrowKeyHandler } from '../../../ui/use-arrow-keys.ts';
import { StepHead } from '../../../ui/step-head.tsx';
import type { Wish } from './use-wish.ts';

const previewSidePx = 400;
const kinds = ['single', 'carousel', 'photos'] as const;

/** Step 2: which pictures, shown with the first product chosen. */
export function PictureStep({ wish, sample }: { wish: Wish; sample: Product | undefined }) {
  const { t } = useTranslation('series');
  const { picture, setPicture } = wish;
  return (
    <section className="fp-column" aria-labelledby="fp-picture">
      <StepHead id="fp-picture" number={2} title={t('picture.title')}>
        {picture.kind === 'photos' ? null : (
          <Switch
            checked={picture.showPrice}
            onChange={(showPrice) => setPicture({ ...picture, showPrice })}
            label={<span className="small">{t('picture.price')}</span>}
          />
        )}
      </StepHead>
      <Segments
        label={t('picture.kind')}
        value={picture.kind}
        options={kinds.map((value) => ({ value, label: t(`picture.${value}`) }))}
        onChange={(kind) => setPicture({ ...picture, kind })}
      />
      <p className="small muted">{t(`picture.${picture.kind}Hint`, { format: wish.format })}</p>
      {picture.kind === 'photos' ? (
        <PlainPhotos product={sample} />
      ) : (
        <TemplateTiles wish={wish} sample={sample} />
      )}
    </section>
  );
}

function TemplateTiles({ wish, sample }: { wish: Wish; sample: Product | undefined }) {
  const { picture, setPicture, templates, templateId, format } = wish;
  const choose = (id: string) => setPicture({ ...picture, templateId: id });
  const values = templates.map(({ id }) => id);
  return (
    <div
      className="fp-tiles"
      role="radiogroup"
      aria-labelledby="fp-picture"
      onKeyDown={arrowKeyHandler(values, templateId ?? '', choose)}
    >
      {templates.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="radio"
          className="fp-tile"
          aria-checked={id === templateId}
          tabIndex={id === templateId ? 0 : -1}
          onClick={() => choose(id)}
        >
          <TilePicture
            templateId={id}
            productId={sample?.id}
            format={format}
            showPrice={picture.showPrice}
          />
          <span className="fp-tile-name">{name}</span>
        </button>
      ))}
    </div>
  );
}

function TilePicture({
  templateId,
  productId,
  format,
  showPrice,
}: {
  templateId: string;
  productId: string | undefined;
  format: Format;
  showPrice: boolean;
}) {
  const api = useApi();
  const [isReady, setReady] = useState(false);
  const preview = useQuery(
    api.studio.preview.queryOptions({
      input: {
        templateId,
        productIds: [productId ?? '-'],
        format,
        maxSidePx: previewSidePx,
        options: { showPrice },
      },
      enabled: productId !== undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const isLate = useDelayed(!isReady && preview.error === null && productId !== undefined);
  const { data } = preview;
  return (
    <span className={isLate && !isReady ? 'fp-scene sk' : 'fp-scene'} aria-hidden="true">
      {data && !preview.error ? (
        <SceneCanvas
          scene={data.scene}
          sources={data.sources}
          label=""
          maxSidePx={previewSidePx}
          onReady={() => setReady(true)}
          onError={() => setReady(true)}
        />
      ) : null}
    </span>
  );
}

function PlainPhotos({ product }: { product: Product | undefined }) {
  const { t } = useTranslation('series');
  if (!product) return null;
  return (
    <ul className="fp-photos" aria-label={t('picture.photosOf', { name: product.title })}>
      {product.photos.slice(0, 6).map((photo) => (
        <li key={photo.assetId}>
          <Thumbnail url={photo.thumbUrl} widthPx={104} />
        </li>
      ))}
    </ul>
  );
}
