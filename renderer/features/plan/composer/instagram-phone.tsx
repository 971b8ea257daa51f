import {
  IconBookmark,
  IconHeart,
  IconMessageCircle,
  IconSend,
  IconShoppingBag,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { initials } from '../../../ui/initials.ts';
import { PhoneNothing, PhoneShot } from './phone-shot.tsx';
import type { PhoneProps } from './phone-props.ts';

const shownCharacters = 125;

/** A post in the feed of Instagram: one medium at a time, the text cut after its first lines. */
export function InstagramPhone({ account, text, media, index }: PhoneProps) {
  const { t } = useTranslation('composer');
  const [open, setOpen] = useState(false);
  const shown = media[index];
  const name = account.username ?? account.name;
  const tags = media.reduce((sum, one) => sum + one.tags, 0);
  const isCut = !open && text.length > shownCharacters;
  return (
    <>
      <p className="phone-head">
        <span className="phone-face" aria-hidden="true">
          {initials(account.name)}
        </span>
        {name}
      </p>
      {shown ? (
        <div className="phone-shot">
          <PhoneShot asset={shown.asset} />
          {media.length > 1 ? (
            <span className="phone-of num">
              {index + 1}/{media.length}
            </span>
          ) : null}
          {shown.tags > 0 ? (
            <span className="phone-bag">
              <IconShoppingBag aria-hidden />
            </span>
          ) : null}
        </div>
      ) : (
        <PhoneNothing />
      )}
      <p className="phone-icons" aria-hidden="true">
        <IconHeart />
        <IconMessageCircle />
        <IconSend />
        <span className="grow" />
        <IconBookmark />
      </p>
      <p className="phone-text">
        <b>{name}</b> {isCut ? `${text.slice(0, shownCharacters).trimEnd()}… ` : text}
        {isCut ? (
          <button type="button" className="phone-more" onClick={() => setOpen(true)}>
            {t('preview.more')}
          </button>
        ) : null}
      </p>
      {tags > 0 ? (
        <p className="phone-text phone-more">{t('preview.products', { count: tags })}</p>
      ) : null}
    </>
  );
}
