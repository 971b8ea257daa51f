import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextArea } from '../../../ui/text-area.tsx';

/** Other words for the same post; the first text is the post's own. */
export function VariantFields({
  variants,
  onChange,
}: {
  variants: readonly string[];
  onChange: (variants: string[]) => void;
}) {
  const { t } = useTranslation('repeats');
  return (
    <div className="variants" role="group" aria-label={t('form.variants')}>
      {variants.map((text, index) => (
        <div key={index} className="variant">
          <TextArea
            label={t('form.variant', { place: index + 2 })}
            rows={2}
            value={text}
            onChange={(next) =>
              onChange(variants.map((one, place) => (place === index ? next : one)))
            }
          />
          <IconButton
            label={t('form.removeVariant', { place: index + 2 })}
            icon={<IconX />}
            onClick={() => onChange(variants.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      <div>
        <Button icon={<IconPlus aria-hidden />} onClick={() => onChange([...variants, ''])}>
          {t('form.addVariant')}
        </Button>
      </div>
    </div>
  );
}
