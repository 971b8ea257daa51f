import { useIntersection } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckBox } from '../../ui/check-box.tsx';
import { selectRow } from '../../ui/select-rows.ts';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { PriceText } from './price-text.tsx';
import { StockText } from './stock-text.tsx';
import type { Catalogue } from './use-catalogue.ts';

/** Products as pictures. */
export function ProductGrid({
  catalogue,
  openId,
  onOpen,
}: {
  catalogue: Catalogue;
  openId: string | undefined;
  onOpen: (productId: string) => void;
}) {
  const { t } = useTranslation('catalogue');
  const { products, selection, setSelection, found } = catalogue;
  const shift = useRef(false);
  const { ref, entry } = useIntersection({ rootMargin: '400px' });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = found;
  useEffect(() => {
    if (entry?.isIntersecting && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [entry, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const ids = products.map((product) => product.id);
  return (
    <div className="cat-scroll">
      <ul className="cat-grid">
        {products.map((product) => (
          <li key={product.id} className={product.id === openId ? 'cat-card cat-open' : 'cat-card'}>
            <button type="button" className="cat-card-open" onClick={() => onOpen(product.id)}>
              <Thumbnail url={product.photos[0]?.url} widthPx={168} heightPx={210} />
              <span className="cat-card-title">{product.title}</span>
              <span className="cat-card-facts">
                <PriceText product={product} />
                <StockText stock={product.stock} />
              </span>
            </button>
            <CheckBox
              bare
              label={t('table.choose', { title: product.title })}
              checked={selection.ids.has(product.id)}
              onClick={(event) => (shift.current = event.shiftKey)}
              onChange={() =>
                setSelection(
                  selectRow(selection, ids, product.id, { shift: shift.current, mod: true }),
                )
              }
            />
          </li>
        ))}
      </ul>
      <div ref={ref} />
    </div>
  );
}
