import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isLowStock } from '../../../shared/rules/low-stock.ts';
import { useFormats } from '../../link/formats-context.tsx';

/** How many are left; few and none are told by a sign or a word, not by colour alone. */
export function StockText({ stock }: { stock: number }) {
  const { t } = useTranslation('catalogue');
  const formats = useFormats();
  if (stock <= 0) return <span className="cat-none">{t('table.soldOut')}</span>;
  if (!isLowStock(stock)) return <span className="num">{formats.number(stock)}</span>;
  return (
    <span className="cat-few num">
      <IconAlertTriangle aria-hidden />
      <span className="hidden-text">{t('table.few')}</span>
      {formats.number(stock)}
    </span>
  );
}
