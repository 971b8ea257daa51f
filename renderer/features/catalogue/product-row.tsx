import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/catalogue.ts';
import { parsePrice, priceFieldText } from '../../../shared/rules/price.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { EditCell, type CellReading } from './edit-cell.tsx';
import { PriceText } from './price-text.tsx';
import { StockText } from './stock-text.tsx';
import { useMoney } from './use-money.ts';

type Props = {
  product: Product;
  index: number;
  isOpen: boolean;
  isChosen: boolean;
  onOpen: (productId: string) => void;
  onChoose: (productId: string, shift: boolean) => void;
};

/** One product; a click anywhere opens it, price and stock change where they stand. */
export const ProductRow = memo(function ProductRow(props: Props) {
  const { product, index, isOpen, isChosen, onOpen, onChoose } = props;
  const { t } = useTranslation('catalogue');
  const formats = useFormats();
  const shift = useRef(false);
  return (
    <tr
      className={isOpen ? 'cat-open' : undefined}
      aria-rowindex={index + 2}
      data-product-id={product.id}
      onClick={() => onOpen(product.id)}
    >
      <td data-cell="choose" onClick={(event) => event.stopPropagation()}>
        <CheckBox
          bare
          label={t('table.choose', { title: product.title })}
          checked={isChosen}
          onClick={(event) => (shift.current = event.shiftKey)}
          onChange={() => onChoose(product.id, shift.current)}
        />
      </td>
      <td>
        <Thumbnail url={product.photos[0]?.thumbUrl} widthPx={32} heightPx={40} />
      </td>
      <td>
        <button
          type="button"
          className="cat-title cut"
          data-cell="title"
          aria-current={isOpen || undefined}
          onClick={(event) => {
            event.stopPropagation();
            onOpen(product.id);
          }}
        >
          {product.title}
        </button>
      </td>
      <td className="cat-sku muted num cut">{product.sku}</td>
      <td className="cat-right">
        <PriceCell product={product} />
      </td>
      <td className="cat-right">
        <StockCell product={product} />
      </td>
      <td className="cat-last muted num">
        {product.lastPostedAt ? formats.date(product.lastPostedAt) : t('table.never')}
      </td>
    </tr>
  );
});

function PriceCell({ product }: { product: Product }) {
  const { t } = useTranslation('catalogue');
  const api = useApi();
  const money = useMoney();
  const save = useChange(api.catalogue.save.mutationOptions());
  const { id, title, price, salePrice, currency } = product;
  const read = (text: string): CellReading<number> => {
    const parsed = parsePrice(text, currency, money.mark);
    if (!parsed.ok) return { ok: false, why: t(`form.problem.${parsed.code}`) };
    if (salePrice !== undefined && parsed.minorUnits <= salePrice)
      return { ok: false, why: t('form.problem.sale-price-higher') };
    return { ok: true, value: parsed.minorUnits };
  };
  return (
    <EditCell
      label={t('table.priceOf', { title })}
      cell="price"
      text={priceFieldText(price, currency, money.mark)}
      unit={money.symbol}
      read={read}
      onSave={(minorUnits) => save.mutate({ id, price: minorUnits })}
    >
      <PriceText product={product} />
    </EditCell>
  );
}

function StockCell({ product }: { product: Product }) {
  const { t } = useTranslation('catalogue');
  const api = useApi();
  const save = useChange(api.catalogue.save.mutationOptions());
  const { id, title, stock } = product;
  return (
    <EditCell
      label={t('table.stockOf', { title })}
      cell="stock"
      text={String(stock)}
      read={(text) =>
        /^-?\d{1,7}$/.test(text.trim())
          ? { ok: true, value: Number(text) }
          : { ok: false, why: t('form.problem.stock-unreadable') }
      }
      onSave={(count) => save.mutate({ id, stock: count })}
    >
      <StockText stock={stock} />
    </EditCell>
  );
}
