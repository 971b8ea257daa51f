import { IconTag, IconX } from '@tabler/icons-react';
import { useRef, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../shared/contract/media.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useFormats } from '../../../link/formats-context.tsx';
import type { PostMedium } from './media-column.tsx';
import { placeTag } from './media-order.ts';
import { ProductChooser } from './product-chooser.tsx';
import { TagPin } from './tag-pin.tsx';
import { useProducts } from './use-products.ts';

export type Tag = NonNullable<PostMedium['tags']>[number];

type Props = {
  medium: PostMedium;
  asset: Asset | undefined;
  readOnly: boolean;
  onTags: (tags: Tag[]) => void;
};

const widthPx = 296;
const tallestPx = 370;

/** The stage has the picture's own shape: a tag's fractions are those of the picture. */
export function stageSize(asset: Pick<Asset, 'widthPx' | 'heightPx'> | undefined) {
  const ratio = asset?.widthPx && asset.heightPx ? asset.widthPx / asset.heightPx : 4 / 5;
  const width = Math.min(widthPx, tallestPx * ratio);
  return { width: Math.round(width), height: Math.round(width / ratio) };
}

/** The picture large: a press on it asks which product is there. */
export function PhotoStage({ medium, asset, readOnly, onTags }: Props) {
  const { t } = useTranslation('composer');
  const [pending, setPending] = useState<{ x: number; y: number }>();
  const picture = useRef<HTMLDivElement>(null);
  const tags = medium.tags ?? [];
  const products = useProducts(tags.map((tag) => tag.productId));
  const isVideo = asset?.kind === 'video';
  const place = (event: MouseEvent) => {
    const box = picture.current?.getBoundingClientRect();
    if (!box || event.detail === 0) return setPending({ x: 0.5, y: 0.5 });
    setPending(
      placeTag((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height),
    );
  };
  const choose = (productId: string) => {
    if (pending) onTags([...tags, isVideo ? { productId } : { productId, ...pending }]);
    setPending(undefined);
  };
  const changeTag = (at: number, tag: Tag) =>
    onTags(tags.map((other, index) => (index === at ? tag : other)));
  const removeTag = (at: number) => onTags(tags.filter((_, index) => index !== at));
  return (
    <>
      <div ref={picture} className="stage" style={stageSize(asset)}>
        {isVideo ? (
          <video className="stage-picture" src={asset.url} poster={asset.thumbUrl} controls muted />
        ) : (
          <img className="stage-picture" src={asset?.url} alt={medium.alt ?? ''} />
        )}
        {isVideo || readOnly ? null : (
          <button
            type="button"
            className="stage-place"
            aria-label={t('tags.place')}
            onClick={place}
          />
        )}
        {isVideo
          ? null
          : tags.map((tag, at) => (
              <TagPin
                key={`${tag.productId}-${at}`}
                tag={tag}
                product={products.get(tag.productId)}
                stage={picture}
                readOnly={readOnly}
                onMove={(moved) => changeTag(at, { ...tag, ...moved })}
                onRemove={() => removeTag(at)}
              />
            ))}
        {pending && !isVideo ? <Ghost at={pending} /> : null}
      </div>
      {pending ? (
        <ProductChooser onChoose={choose} onClose={() => setPending(undefined)} />
      ) : readOnly ? null : (
        <p className="shot-tools">
          <Button
            kind="quiet"
            icon={<IconTag aria-hidden />}
            onClick={() => setPending({ x: 0.5, y: 0.5 })}
          >
            {t('tags.add')}
          </Button>
        </p>
      )}
      {tags.length > 0 ? (
        <TagList tags={tags} products={products} readOnly={readOnly} onRemove={removeTag} />
      ) : null}
    </>
  );
}

function Ghost({ at }: { at: { x: number; y: number } }) {
  return (
    <span className="pin pin-ghost" style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }}>
      <span className="pin-handle" />
    </span>
  );
}

function TagList({
  tags,
  products,
  readOnly,
  onRemove,
}: {
  tags: readonly Tag[];
  products: ReturnType<typeof useProducts>;
  readOnly: boolean;
  onRemove: (at: number) => void;
}) {
  const { t } = useTranslation('composer');
  const formats = useFormats();
  return (
    <ul className="tags">
      {tags.map((tag, at) => {
        const product = products.get(tag.productId);
        return (
          <li key={`${tag.productId}-${at}`}>
            <IconTag aria-hidden />
            <span className="cut grow">{product?.title ?? t('tags.unknown')}</span>
            {product ? (
              <span className="num muted">{formats.money(product.price, product.currency)}</span>
            ) : null}
            {readOnly ? null : (
              <IconButton
                label={t('tags.remove', { title: product?.title ?? '' })}
                icon={<IconX />}
                onClick={() => onRemove(at)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
