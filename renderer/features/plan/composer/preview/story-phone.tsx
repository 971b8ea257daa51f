import {
  IconDots,
  IconHeart,
  IconMessageCircle,
  IconMusic,
  IconSend,
  IconShoppingBag,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FoldedText } from './folded-text.tsx';
import { PhoneFace } from './phone-parts.tsx';
import { PhoneNothing, PhoneShot } from './phone-shot.tsx';
import type { PhoneProps } from './phone-props.ts';

/** A story: the medium alone over the whole glass, in bars where it is not 9:16; no words are sent. */
export function StoryPhone({ account, media, index, when }: PhoneProps) {
  const { t } = useTranslation('composer');
  const shown = media[index];
  return (
    <div className="phone-story">
      {shown ? <PhoneShot asset={shown.asset} alt={shown.alt} /> : <PhoneNothing />}
      <div className="phone-zone phone-zone-top" title={t('preview.covered')}>
        <span className="phone-story-bar" />
        <p className="phone-head">
          <PhoneFace account={account} />
          {account.username ?? account.name}
          <span className="phone-time">{when}</span>
          <span className="grow" />
          <IconX aria-hidden />
        </p>
      </div>
      <div className="phone-zone phone-zone-foot" title={t('preview.covered')}>
        <span className="phone-answer">{t('preview.answer')}</span>
        <IconHeart aria-hidden />
        <IconSend aria-hidden />
      </div>
    </div>
  );
}

/** A reel: what its buttons and words cover is hatched, so that nothing that matters stands there. */
export function ReelPhone({ account, text, media, index }: PhoneProps) {
  const { t } = useTranslation('composer');
  const shown = media[index];
  const name = account.username ?? account.name;
  const tags = shown?.productIds.length ?? 0;
  return (
    <div className="phone-story phone-reel">
      {shown ? <PhoneShot asset={shown.asset} alt={shown.alt} /> : <PhoneNothing />}
      <div className="phone-zone phone-zone-side" title={t('preview.covered')}>
        <IconHeart aria-hidden />
        <IconMessageCircle aria-hidden />
        <IconSend aria-hidden />
        <IconDots aria-hidden />
      </div>
      <div className="phone-zone phone-zone-words" title={t('preview.covered')}>
        <p className="phone-head">
          <PhoneFace account={account} />
          {name}
        </p>
        <FoldedText
          text={text}
          place={account.network === 'instagram' ? 'instagram-reel' : 'facebook-media'}
        />
        <p className="phone-text phone-music">
          <IconMusic aria-hidden /> {t('preview.sound', { name })}
        </p>
        {tags > 0 ? (
          <p className="phone-text phone-products">
            <IconShoppingBag aria-hidden /> {t('preview.products', { count: tags })}
          </p>
        ) : null}
      </div>
    </div>
  );
}
