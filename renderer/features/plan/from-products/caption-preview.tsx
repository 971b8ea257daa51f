import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../../shared/contract/catalogue.ts';
import type { Network } from '../../../../shared/contract/shapes.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { NetworkIcon } from '../../../ui/network-icon.tsx';
import { captionFor, longestCaptions } from './measure-captions.ts';
import type { Wish } from './use-wish.ts';

/** The words as each product will have them, one at a time, and the longest of all. */
export function CaptionPreview({ wish, products }: { wish: Wish; products: readonly Product[] }) {
  const { t } = useTranslation('series');
  const api = useApi();
  const shop = useQuery(api.shop.get.queryOptions());
  const [at, setAt] = useState(0);
  const index = Math.min(at, products.length - 1);
  const product = products[index];
  if (!product || !shop.data) return <p className="small muted">{t('preview.none')}</p>;
  const networks: Network[] = wish.networks.size > 0 ? [...wish.networks] : ['facebook'];
  const texts = networks.map((network) => ({
    network,
    text: captionFor(wish.words, product, shop.data, network),
  }));
  const isOne = texts.every(({ text }) => text === texts[0]?.text);
  return (
    <section className="fp-preview" aria-label={t('preview.label')}>
      <div className="fp-preview-head small">
        <span className="cut grow">{product.title}</span>
        <span className="muted num">
          {t('preview.at', { at: index + 1, count: products.length })}
        </span>
        <IconButton
          label={t('preview.back')}
          icon={<IconChevronLeft />}
          disabled={index === 0}
          onClick={() => setAt(index - 1)}
        />
        <IconButton
          label={t('preview.on')}
          icon={<IconChevronRight />}
          disabled={index >= products.length - 1}
          onClick={() => setAt(index + 1)}
        />
      </div>
      {(isOne ? texts.slice(0, 1) : texts).map(({ network, text }) => (
        <div key={network} className="fp-sample">
          {isOne ? null : <NetworkIcon network={network} />}
          <p>{text}</p>
        </div>
      ))}
      <ul className="fp-lengths small">
        {longestCaptions(wish.words, products, shop.data, networks).map((one) => (
          <li key={one.network} className={one.isTooLong ? 'fp-error' : 'muted'}>
            {one.isTooLong ? <IconAlertTriangle aria-hidden /> : null}
            <span className="num">{t(`length.${one.network}`, one)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
