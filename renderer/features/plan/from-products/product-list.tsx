import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { useEndlessRows } from '../../../ui/use-endless-rows.ts';
import type { ProductChoice } from './use-product-choice.ts';

const rowHeightPx = 60;

/** The products found, to be ticked one by one, in a range or all. */
export function ProductList({ choice }: { choice: ProductChoice }) {
  const { t } = useTranslation('series');
  const { products, ids, found } = choice;
  const { scroller, shown, totalPx } = useEndlessRows(
    products.length,
    { rowHeightPx, overscan: 6 },
    found,
  );
  return (
    <div ref={scroller} className="fp-scroll">
      <ul
        aria-label={t('what.list')}
        style={{ height: totalPx, position: 'relative' }}
        onKeyDown={(event) => moveInList(event, choice)}
      >
        {shown.map(({ index, start }) => {
          const product = products[index];
          if (!product) return null;
          return (
            <li
              key={product.id}
              className="fp-pick"
              style={{ transform: `translateY(${start}px)` }}
            >
              <ProductTick
                product={product}
                isChosen={ids.has(product.id)}
                onChoose={(shift) => choice.choose(product.id, shift)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function ProductTick({
  product,
  isChosen,
  onChoose,
}: {
  product: Product;
  isChosen: boolean;
  onChoose: (shift: boolean) => void;
}) {
  const { t } = useTranslation('series');
  const formats = useFormats();
  const shift = useRef(false);
  const { price, salePrice, currency, photos, title, lastPostedAt } = product;
  const [photo] = photos;
  return (
    <CheckBox
      checked={isChosen}
      onClick={(event) => (shift.current = event.shiftKey)}
      onChange={() => onChoose(shift.current)}
      label={
        <>
          <Thumbnail url={photo?.thumbUrl} widthPx={36} />
          <span className="fp-pick-words">
            <span className="cut">{title}</span>
            {photo ? (
              <span className="small muted num cut">
                {formats.money(salePrice ?? price, currency)}
                {lastPostedAt ? ` · ${t('what.posted', { date: formats.date(lastPostedAt) })}` : ''}
              </span>
            ) : (
              <span className="small fp-warning cut">{t('what.noPhoto')}</span>
            )}
          </span>
        </>
      }
    />
  );
}

/** Arrows move, Space chooses (the box itself), Ctrl+A chooses all, Escape none. */
function moveInList(event: KeyboardEvent<HTMLUListElement>, choice: ProductChoice): void {
  const row = (event.target as HTMLElement).closest('li');
  const to = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    to?.querySelector('input')?.focus();
  } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    void choice.chooseAll();
  } else if (event.key === 'Escape' && choice.chosen.length > 0) {
    event.preventDefault();
    choice.chooseNone();
  }
}
