import { IconMessageCircle, IconShare3, IconThumbUp, IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { linkHost } from '../../../../../shared/rules/check-words.ts';
import { FoldedText } from './folded-text.tsx';
import { PhoneComment, PhoneFace } from './phone-parts.tsx';
import { PhoneShot } from './phone-shot.tsx';
import type { PhoneProps } from './phone-props.ts';

/** A post of a Page: the text above, several photos as a grid, a link as its card. */
export function FacebookPhone({ account, text, media, link, firstComment, when }: PhoneProps) {
  // Beside photos or videos Facebook takes no link of its own: it stands in the text.
  const words = link && media.length > 0 && !text.includes(link) ? `${text}\n\n${link}` : text;
  return (
    <>
      <p className="phone-head">
        <PhoneFace account={account} />
        <span>
          {account.name}
          <span className="phone-time">
            {when} · <IconWorld aria-hidden />
          </span>
        </span>
      </p>
      <FoldedText text={words} place={media.length > 0 || link ? 'facebook-media' : 'facebook'} />
      {media.length > 0 ? (
        <div className={`phone-grid phone-grid-${Math.min(media.length, 4)}`}>
          {media.slice(0, 4).map(({ asset, alt }, at) => (
            <div key={asset.id} className="phone-shot phone-shot-wide">
              <PhoneShot asset={asset} alt={alt} />
              {at === 3 && media.length > 4 ? (
                <span className="phone-left num">+{media.length - 4}</span>
              ) : null}
            </div>
          ))}
        </div>
      ) : null}
      {link && media.length === 0 ? <LinkCard link={link} /> : null}
      <p className="phone-icons" aria-hidden="true">
        <IconThumbUp />
        <IconMessageCircle />
        <IconShare3 />
      </p>
      <PhoneComment name={account.name} text={firstComment} />
    </>
  );
}

/** Facebook reads title and picture from the page itself: only the place is known before. */
function LinkCard({ link }: { link: string }) {
  const { t } = useTranslation('composer');
  return (
    <div className="phone-link">
      <span className="phone-link-picture">{t('preview.linkPicture')}</span>
      <span className="phone-link-host">{linkHost(link) ?? ''}</span>
      <b className="cut">{t('preview.linkTitle')}</b>
    </div>
  );
}
