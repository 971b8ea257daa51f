import { IconTag, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { Tag } from './post-medium.ts';
import { useProducts } from './use-products.ts';

/** The tagged products in words, with what is left of each. */
export function TagList({
  tags,
  readOnly,
  onTags,
}: {
  tags: readonly Tag[];
  readOnly: boolean;
  onTags: (tags: Tag[]) => void;
}) {
  const { t } = useTranslation('composer');
  const formats = useFormats();
  const products = useProducts(tags.map((tag) => tag.productId));
  if (tags.length === 0) return null;
  return (
    <ul className="tags">
      {tags.map((tag, at) => {
        const product = products.get(tag.productId);
        const title = product?.title ?? t('tags.unknown');
        return (
          <li key={`${tag.productId}-${at}`}>
            <IconTag aria-hidden />
            <span className="cut grow">{title}</span>
            {product ? (
              <span className="num muted">{formats.money(product.price, product.currency)}</span>
            ) : null}
            {readOnly ? null : (
              <IconButton
                label={t('tags.remove', { title })}
                icon={<IconX />}
                onClick={() => onTags(tags.filter((_, index) => index !== at))}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
