import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/catalogue.ts';
import type { Format } from '../../../shared/contract/shapes.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { formatNames } from './frame-sizes.ts';
import { LargeView } from './large-view.tsx';
import { resultOf } from './match-results.ts';
import { neighbourFrame, type OpenedFrame } from './neighbour-frame.ts';
import { ScenePreview, usePreview } from './scene-preview.tsx';
import type { Pictures } from './use-pictures.ts';
import type { What } from './use-what.ts';

const largeSidePx = 1200;

/** A frame of the results in large: the file once it is made, before that the drawing with its title to
 *  change. */
export function LargeFrame({
  opened,
  what,
  pictures,
  onOpen,
  onClose,
}: {
  opened: OpenedFrame;
  what: What;
  pictures: Pictures;
  onOpen: (opened: OpenedFrame) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('studio-page');
  const navigate = useNavigate();
  const product = what.chosen.find(({ id }) => id === opened.productId);
  if (!product) return null;
  const { format } = opened;
  const { results } = pictures;
  const file = results ? resultOf(results, product.id).files.get(format) : undefined;
  const step = (by: 1 | -1) => {
    const next = neighbourFrame(what.chosen, pictures.formats, opened, by);
    if (next) onOpen(next);
  };
  return (
    <LargeView
      title={`${product.title} · ${t(`format.long.${formatNames[format]}`)}`}
      onClose={onClose}
      onStep={step}
      footer={
        file ? (
          <Button
            kind="primary"
            size="lg"
            onClick={() =>
              void navigate({
                to: '/plan',
                search: { new: '1', assets: file.assetId, product: product.id },
              })
            }
          >
            {t('large.use')}
          </Button>
        ) : (
          <TitleField product={product} pictures={pictures} />
        )
      }
    >
      {file ? (
        <img
          src={`/media/${file.assetId}/original`}
          alt={product.title}
          style={{ aspectRatio: `${file.widthPx} / ${file.heightPx}` }}
        />
      ) : (
        <LargePreview product={product} format={format} pictures={pictures} />
      )}
    </LargeView>
  );
}

function LargePreview({
  product,
  format,
  pictures,
}: {
  product: Product;
  format: Format;
  pictures: Pictures;
}) {
  const { asked } = pictures;
  const wish = {
    templateId: asked.templateId,
    productIds: [product.id],
    format,
    options: asked.options,
  };
  const preview = usePreview(wish, largeSidePx);
  return (
    <>
      <ScenePreview key={format} wish={wish} label={product.title} maxSidePx={largeSidePx} />
      {preview.data?.notes.map((note) => (
        <p key={note.code} className="studio-warning">
          {note.text}
        </p>
      ))}
    </>
  );
}

function TitleField({ product, pictures }: { product: Product; pictures: Pictures }) {
  const { t } = useTranslation('studio-page');
  return (
    <div className="studio-large-title">
      <TextField
        label={t('large.title')}
        value={pictures.titles[product.id] ?? ''}
        placeholder={product.title}
        maxLength={200}
        onChange={(title) => pictures.setTitle(product.id, title)}
      />
    </div>
  );
}
