import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReplyLanguage } from '../../../../shared/contract/saved-replies.ts';
import { fillReply } from '../../../../shared/replies/fill-reply.ts';
import { valuesOf } from '../../../../shared/replies/reply-values.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { SelectField } from '../../../ui/select-field.tsx';

const productsOffered = 30;

/** The reply as it would read today, with a product of the catalogue. */
export function ReplyPreview({ text, language }: { text: string; language: ReplyLanguage }) {
  const { t } = useTranslation('replies');
  const api = useApi();
  const [productId, setProduct] = useState<string>();
  const shop = useQuery(api.shop.get.queryOptions({ input: {} })).data;
  const products =
    useQuery(api.catalogue.search.queryOptions({ input: { limit: productsOffered } })).data
      ?.items ?? [];
  const product = products.find(({ id }) => id === productId) ?? products[0];
  if (!shop || text.trim() === '') return null;
  const values = valuesOf(
    language,
    {
      person: t('somebody'),
      shop: {
        country: shop.country,
        language: shop.language,
        openingHours: shop.openingSpans,
        openingWords: shop.openingHours?.map(({ days, times }) => `${days} ${times}`).join(', '),
      },
    },
    product && {
      id: product.id,
      title: product.title,
      priceMinor: product.price,
      salePriceMinor: product.salePrice,
      currency: product.currency,
      stock: product.stock,
      link: product.link,
    },
  );
  const { text: filled, unfilled } = fillReply(text, values);
  return (
    <div className="reply-preview">
      <h3>{t('preview')}</h3>
      <p className="reply-preview-words">{filled}</p>
      {unfilled.length === 0 ? null : (
        <p className="small muted">
          {t('unfilled', { names: unfilled.map((name) => t(`variable.${name}`)).join(', ') })}
        </p>
      )}
      {products.length > 1 && product ? (
        <SelectField
          label={t('previewWith')}
          value={product.id}
          options={products.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={setProduct}
        />
      ) : null}
    </div>
  );
}
