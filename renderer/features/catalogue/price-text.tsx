import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/catalogue.ts';
import { priceFieldText } from '../../../shared/rules/price.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useMoney } from './use-money.ts';

/** The price asked now; an old one stands crossed out before it. */
export function PriceText({ product }: { product: Product }) {
  const { t } = useTranslation('catalogue');
  const formats = useFormats();
  const { mark } = useMoney();
  const { price, salePrice, currency } = product;
  if (salePrice === undefined) return <span className="num">{formats.money(price, currency)}</span>;
  return (
    <span className="num">
      <span className="hidden-text">{t('table.before')}</span>
      <s className="cat-old">{priceFieldText(price, currency, mark)}</s>{' '}
      {formats.money(salePrice, currency)}
    </span>
  );
}
