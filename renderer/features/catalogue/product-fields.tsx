import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { DraftField, ProductDraft } from './product-draft.ts';
import type { FieldErrors } from './use-product-form.ts';

/** The facts of a product, as the sheet and a new product have them. */
export function ProductFields({
  shown,
  errors,
  symbol,
  onChange,
}: {
  shown: ProductDraft;
  errors: FieldErrors;
  symbol: string;
  onChange: (field: DraftField, value: string) => void;
}) {
  const { t } = useTranslation('catalogue');
  const field = (name: DraftField) => ({
    label: t(`form.${name}`),
    value: shown[name],
    onChange: (value: string) => onChange(name, value),
    error: errors[name],
  });
  return (
    <div className="cat-form num">
      <div className="cat-wide">
        <TextField {...field('title')} maxLength={200} />
      </div>
      <TextField {...field('price')} unit={symbol} inputMode="decimal" />
      <TextField {...field('salePrice')} unit={symbol} inputMode="decimal" />
      <TextField {...field('stock')} inputMode="numeric" />
      <TextField {...field('sku')} maxLength={100} />
      <div className="cat-two">
        <TextField {...field('link')} inputMode="url" unit={<OpenLink link={shown.link} />} />
      </div>
      <div className="cat-wide">
        <TextArea {...field('description')} rows={3} maxLength={9999} />
      </div>
      <TextField {...field('gtin')} inputMode="numeric" maxLength={20} />
    </div>
  );
}

function OpenLink({ link }: { link: string }) {
  const { t } = useTranslation('catalogue');
  if (!/^https?:\/\//i.test(link)) return null;
  return (
    <a
      href={link}
      target="_blank"
      rel="noreferrer"
      className="cat-open-link"
      aria-label={t('form.openLink')}
    >
      <IconExternalLink aria-hidden />
    </a>
  );
}
