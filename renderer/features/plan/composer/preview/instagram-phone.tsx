import {
  IconBookmark,
  IconChevronLeft,
  IconChevronRight,
  IconHeart,
  IconMessageCircle,
  IconSend,
  IconShoppingBag,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FoldedText } from './folded-text.tsx';
import { PhoneComment, PhoneFace } from './phone-parts.tsx';
import { PhoneNothing, PhoneShot } from './phone-shot.tsx';
import type { PhoneProps } from './phone-props.ts';

/** A post in the feed of Instagram: one medium at a time, in the shape of the first. */
export function InstagramPhone(props: PhoneProps) {
  const { account, text, media, firstComment, when } = props;
  const { t } = useTranslation('composer');
  const name = account.username ?? account.name;
  const tags = new Set(media.flatMap((one) => one.productIds)).size;
  return (
    <>
      <p className="phone-head">
        <PhoneFace account={account} />
        {name}
      </p>
      {media.length > 0 ? <Carousel {...props} /> : <PhoneNothing />}
      <p className="phone-icons" aria-hidden="true">
        <IconHeart />
        <IconMessageCircle />
        <IconSend />
        <span className="grow" />
        <IconBookmark />
      </p>
      <FoldedText text={text} place="instagram" before={name} />
      {tags > 0 ? (
        <p className="phone-text phone-soft">{t('preview.products', { count: tags })}</p>
      ) : null}
      <PhoneComment name={name} text={firstComment} />
      <p className="phone-text phone-soft phone-when">{when}</p>
    </>
  );
}

/** All media are cut to the shape of the first, which itself is kept between 4:5 and 1.91:1. */
function Carousel({ media, index, onIndex }: PhoneProps) {
  const { t } = useTranslation('composer');
  const shown = media[index] ?? media[0];
  const first = media[0]?.asset;
  const own = first?.widthPx && first.heightPx ? first.widthPx / first.heightPx : 0.8;
  const aspectRatio = Math.min(1.91, Math.max(0.8, own));
  const go = (step: number) => onIndex(Math.min(media.length - 1, Math.max(0, index + step)));
  if (!shown) return null;
  return (
    <div className="phone-shot phone-carousel" style={{ aspectRatio }}>
      <PhoneShot asset={shown.asset} alt={shown.alt} />
      {media.length > 1 ? (
        <>
          <span className="phone-of num">
            {index + 1}/{media.length}
          </span>
          <button
            type="button"
            className="phone-step"
            aria-label={t('preview.before')}
            disabled={index === 0}
            onClick={() => go(-1)}
          >
            <IconChevronLeft aria-hidden />
          </button>
          <button
            type="button"
            className="phone-step phone-step-next"
            aria-label={t('preview.after')}
            disabled={index === media.length - 1}
            onClick={() => go(1)}
          >
            <IconChevronRight aria-hidden />
          </button>
          <span className="phone-dots" aria-hidden="true">
            {media.map((one, at) => (
              <i key={one.asset.id} className={at === index ? 'on' : ''} />
            ))}
          </span>
        </>
      ) : null}
      {shown.productIds.length > 0 ? (
        <span
          className="phone-bag"
          title={t('preview.products', { count: shown.productIds.length })}
        >
          <IconShoppingBag aria-hidden />
        </span>
      ) : null}
    </div>
  );
}
