import { IconMessageCircle, IconShare3, IconThumbUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { initials } from '../../../ui/initials.ts';
import { PhoneShot } from './phone-shot.tsx';
import type { PhoneProps } from './phone-props.ts';

const shownCharacters = 240;

/** A post of a Page: the text above, several photos as a grid, a link as its card. */
export function FacebookPhone({ account, text, media, link }: PhoneProps) {
  const { t } = useTranslation('composer');
  const [open, setOpen] = useState(false);
  // Beside photos or videos Facebook takes no link of its own: it stands in the text.
  const words = link && media.length > 0 && !text.includes(link) ? `${text}\n\n${link}` : text;
  const isCut = !open && words.length > shownCharacters;
  return (
    <>
      <p className="phone-head">
        <span className="phone-face" aria-hidden="true">
          {initials(account.name)}
        </span>
        <span>
          {account.name}
          <span className="phone-time">{t('preview.now')}</span>
        </span>
      </p>
      <p className="phone-text">
        {isCut ? `${words.slice(0, shownCharacters).trimEnd()}… ` : words}
        {isCut ? (
          <button type="button" className="phone-more" onClick={() => setOpen(true)}>
            {t('preview.more')}
          </button>
        ) : null}
      </p>
      {media.length > 0 ? (
        <div className="phone-grid">
          {media.slice(0, 4).map(({ asset }, at) => (
            <div key={asset.id} className="phone-shot phone-shot-wide">
              <PhoneShot asset={asset} />
              {at === 3 && media.length > 4 ? (
                <span className="phone-of num">+{media.length - 4}</span>
              ) : null}
            </div>
          ))}
        </div>
      ) : null}
      {link && media.length === 0 ? <span className="phone-link">{link}</span> : null}
      <p className="phone-icons" aria-hidden="true">
        <IconThumbUp />
        <IconMessageCircle />
        <IconShare3 />
      </p>
    </>
  );
}
