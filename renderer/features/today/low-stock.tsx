import { IconLeaf } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/catalogue.ts';
import { TextButton } from '../../ui/text-button.tsx';

/** Products of which little is left. */
export function LowStock({ products }: { products: readonly Product[] }) {
  const { t } = useTranslation('today-ui');
  const navigate = useNavigate();
  return (
    <section id="stock" className="today-part" tabIndex={-1} aria-label={t('stock')}>
      {products.map((product) => (
        <p key={product.id} className="today-stock">
          <IconLeaf aria-hidden />
          <span className="grow">
            <b>{product.title}</b>
            <span className="today-left">
              {product.stock > 0 ? t('left', { count: product.stock }) : t('soldOut')}
            </span>
          </span>
          <TextButton
            className="small"
            onClick={() => void navigate({ to: '/catalogue', search: { product: product.id } })}
          >
            {t('adjust')}
            <span className="hidden-text">, {product.title}</span>
          </TextButton>
        </p>
      ))}
    </section>
  );
}
