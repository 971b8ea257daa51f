import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/catalogue.ts';
import { useFormats } from '../../link/formats-context.tsx';

/** The price asked now; an old one stands crossed out before it. */
export function PriceText({ product }: { product: Product }) {
  const { t } = useTranslation('catalogue');
  const formats = useFormats();
  const { price, salePrice, currency } = product;
  if (salePrice === undefined) return <span className="num">{formats.money(price, currency)}</span>;
  return (
    <span className="num">
      <span className="hidden-text">{t('table.before')}</span>
      <s className="cat-old">{formats.moneyDigits(price, currency)}</s>{' '}
      {formats.money(salePrice, currency)}
    </span>
  );
}
