import { useRef, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../shared/contract/media.ts';
import { placeTag } from './media-order.ts';
import type { Place, PostMedium, Tag } from './post-medium.ts';
import { TagPin } from './tag-pin.tsx';
import { useProducts } from './use-products.ts';

type Props = {
  medium: PostMedium;
  asset: Asset | undefined;
  /** Where the next tag will stand, while its product is being chosen. */
  pending: Place | undefined;
  readOnly: boolean;
  onPlace: (place: Place) => void;
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

/** The picture large: a press on it asks which product is there; by keyboard in its middle. */
export function PhotoStage({ medium, asset, pending, readOnly, onPlace, onTags }: Props) {
  const { t } = useTranslation('composer');
  const picture = useRef<HTMLDivElement>(null);
  const tags = medium.tags ?? [];
  const products = useProducts(tags.map((tag) => tag.productId));
  const isVideo = asset?.kind === 'video';
  const place = (event: MouseEvent) => {
    const box = picture.current?.getBoundingClientRect();
    if (!box || event.detail === 0) return onPlace({ x: 0.5, y: 0.5 });
    onPlace(
      placeTag((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height),
    );
  };
  const changeTag = (at: number, tag: Tag) =>
    onTags(tags.map((other, index) => (index === at ? tag : other)));
  if (isVideo)
    return (
      <div className="stage" style={stageSize(asset)}>
        <video className="stage-picture" src={asset.url} poster={asset.thumbUrl} controls muted />
      </div>
    );
  return (
    <div ref={picture} className="stage" style={stageSize(asset)}>
      <img className="stage-picture" src={asset?.url} alt={medium.alt ?? ''} />
      {readOnly ? null : (
        <button
          type="button"
          className="stage-place"
          aria-label={t('tags.place')}
          onClick={place}
        />
      )}
      {tags.map((tag, at) => (
        <TagPin
          key={`${tag.productId}-${at}`}
          tag={tag}
          product={products.get(tag.productId)}
          stage={picture}
          readOnly={readOnly}
          onMove={(moved) => changeTag(at, { ...tag, ...moved })}
          onRemove={() => onTags(tags.filter((_, index) => index !== at))}
        />
      ))}
      {pending ? <Ghost at={pending} /> : null}
    </div>
  );
}

function Ghost({ at }: { at: Place }) {
  return (
    <span className="pin pin-ghost" style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }}>
      <span className="pin-handle" />
    </span>
  );
}
