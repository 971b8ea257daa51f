import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../../shared/contract/media.ts';

/** One medium on the phone; videos stand still at their first picture. */
export function PhoneShot({ asset, alt = '' }: { asset: Asset; alt?: string }) {
  return asset.kind === 'video' ? (
    <video src={asset.url} poster={asset.thumbUrl} muted preload="none" />
  ) : (
    <img src={asset.url} alt={alt} />
  );
}

export function PhoneNothing() {
  const { t } = useTranslation('composer');
  return <div className="phone-nothing">{t('preview.noMedia')}</div>;
}
