import {
  useId,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { nudgeTag, placeTag } from './media-order.ts';
import type { Tag } from './post-medium.ts';

/** A product on the picture: drawn by the mouse, moved by arrow keys, taken away by Delete. */
export function TagPin({
  tag,
  product,
  stage,
  readOnly,
  onMove,
  onRemove,
}: {
  tag: Tag;
  product: Product | undefined;
  stage: RefObject<HTMLDivElement | null>;
  readOnly: boolean;
  onMove: (place: { x: number; y: number }) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('composer');
  const formats = useFormats();
  const keysId = useId();
  const { x = 0.5, y = 0.5 } = tag;
  const onKeyDown = (event: KeyboardEvent) => {
    const moved = nudgeTag(tag, event.key, event.shiftKey);
    const removes = event.key === 'Delete' || event.key === 'Backspace';
    if (readOnly || (!moved && !removes)) return;
    event.preventDefault();
    if (moved) onMove(moved);
    else onRemove();
  };
  const onPointerMove = (event: PointerEvent) => {
    const box = stage.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onMove(
      placeTag((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height),
    );
  };
  const title = product?.title ?? t('tags.unknown');
  const price = product ? formats.money(product.price, product.currency) : '';
  const style: CSSProperties & Record<'--pin-shift', string> = {
    left: `${x * 100}%`,
    top: `${y * 100}%`,
    // The label leans to where there is room: at the right edge it lies left of its point.
    '--pin-shift': `${Math.round(-x * 100)}%`,
  };
  return (
    <span className={y > 0.8 ? 'pin pin-up' : 'pin'} style={style}>
      <button
        type="button"
        className="pin-handle"
        aria-label={t('tags.pin', { title, price })}
        aria-describedby={readOnly ? undefined : keysId}
        onKeyDown={onKeyDown}
        onPointerDown={(event) =>
          readOnly || event.currentTarget.setPointerCapture(event.pointerId)
        }
        onPointerMove={onPointerMove}
      />
      <span id={keysId} hidden>
        {t('tags.keys')}
      </span>
      <span className="pin-label" aria-hidden="true">
        <span className="cut">{title}</span> <span className="num">{price}</span>
      </span>
    </span>
  );
}
