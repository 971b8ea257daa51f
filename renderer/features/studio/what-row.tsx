import { useQuery } from '@tanstack/react-query';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/catalogue.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';

/** Below half the width of a picture a photo looks soft whatever the template. */
const smallBelowPx = 540;

/** A product to tick, with its price, or with what its pictures will suffer from. */
export const WhatRow = memo(function WhatRow({
  product,
  topPx,
  isChosen,
  onChoose,
}: {
  product: Product;
  topPx: number;
  isChosen: boolean;
  onChoose: (shift: boolean) => void;
}) {
  const shift = useRef(false);
  return (
    <li
      className={isChosen ? 'studio-pick studio-picked' : 'studio-pick'}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      <CheckBox
        checked={isChosen}
        onClick={(event) => (shift.current = event.shiftKey)}
        onChange={() => onChoose(shift.current)}
        label={
          <>
            <Thumbnail url={product.photos[0]?.thumbUrl} widthPx={40} />
            <span className="studio-pick-words">
              <span className="cut">{product.title}</span>
              <PriceOrWarning product={product} />
            </span>
          </>
        }
      />
    </li>
  );
});

function PriceOrWarning({ product }: { product: Product }) {
  const { t } = useTranslation('studio-page');
  const formats = useFormats();
  const api = useApi();
  const first = product.photos[0];
  const asset = useQuery(
    api.media.get.queryOptions({
      input: { assetId: first?.assetId ?? '-' },
      enabled: first !== undefined,
    }),
  );
  const { widthPx = 0, heightPx = 0 } = asset.data ?? {};
  const sidePx = Math.min(widthPx, heightPx);
  if (!first) return <span className="studio-warning cut">{t('what.noPhoto')}</span>;
  if (sidePx > 0 && sidePx < smallBelowPx)
    return <span className="studio-warning cut num">{t('what.small', { sidePx })}</span>;
  const { price, salePrice, currency } = product;
  return <span className="small muted num">{formats.money(salePrice ?? price, currency)}</span>;
}
