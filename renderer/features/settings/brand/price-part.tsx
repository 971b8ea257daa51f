import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Kit, PriceStyle } from '../../../../shared/contract/brand.ts';
import { arrowKeyHandler } from '../../../ui/use-arrow-keys.ts';
import { brandOfKit } from './kit-brand.ts';
import { LookPicture } from './look-picture.tsx';
import { lookScene } from './look-scene.ts';
import type { KitDeeds } from './use-kit-deeds.ts';
import type { Sample } from './use-sample.ts';

type Props = { kit: Kit; shopName: string; sample: Sample; deeds: KitDeeds };

const styles = ['plain', 'tag', 'round'] as const satisfies readonly PriceStyle[];
const maxSidePx = 320;

/** How prices stand on pictures, shown on three of them. */
export function PricePart({ kit, shopName, sample, deeds }: Props) {
  const { t } = useTranslation('brand');
  const now = kit.priceStyle ?? 'plain';
  const take = (style: PriceStyle) =>
    void deeds.apply({ priceStyle: style === 'plain' ? null : style });
  return (
    <section className="brand-part" aria-labelledby="brand-price">
      <h3 id="brand-price">{t('price.title')}</h3>
      <div
        className="brand-prices"
        role="radiogroup"
        aria-labelledby="brand-price"
        onKeyDown={arrowKeyHandler(styles, now, take)}
      >
        {styles.map((style) => (
          <button
            key={style}
            type="button"
            role="radio"
            className="brand-price"
            aria-checked={style === now}
            tabIndex={style === now ? 0 : -1}
            onClick={() => take(style)}
          >
            <StyledPicture {...{ kit, shopName, sample, style }} />
            <span>{t(`price.${style}`)}</span>
          </button>
        ))}
      </div>
    </section>
  );
}

function StyledPicture({
  kit,
  shopName,
  sample,
  style,
}: Omit<Props, 'deeds'> & { style: PriceStyle }) {
  const scene = useMemo(() => {
    const brand = brandOfKit({ ...kit, priceStyle: style, watermark: undefined }, shopName);
    return sample.slots && lookScene('affiche', sample.slots, '1:1', brand, sample.work);
  }, [kit, shopName, sample.slots, sample.work, style]);
  return <LookPicture scene={scene} label="" maxSidePx={maxSidePx} />;
}
