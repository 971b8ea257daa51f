import {
  IconEyeOff,
  IconPhoto,
  IconPhotoOff,
  IconPlayerPlayFilled,
  IconWifiOff,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerPicture } from '../../../../shared/contract/customer-pictures.ts';
import { Button } from '../../../ui/button.tsx';
import { useDelayed } from '../../../ui/use-delayed.ts';
import { tileSize } from './tile-size.ts';
import { usePictureWords, type PicturePlace } from './use-picture-words.ts';
import { usePicture, type PictureInSight } from './use-picture.ts';
import { useSeen } from './use-seen.ts';

/** Reasons that another try does not change. */
const final = new Set([
  ...['film', 'sound', 'file', 'drawing', 'not-a-picture', 'too-large', 'too-heavy'],
  ...['address', 'offline', 'account-gone'],
]);

/** One picture of a comment, in the room that it keeps from the beginning. */
export function PictureTile({
  told,
  name,
  place,
  isVeiled,
  onOpen,
}: {
  told: CustomerPicture;
  name: string;
  place: PicturePlace;
  isVeiled: boolean;
  onOpen: () => void;
}) {
  // Nothing will come into the room of one that cannot be shown.
  const [size] = useState(() => tileSize(told.state === 'refused' ? {} : told, place.count === 1));
  const [isLifted, setLifted] = useState(false);
  // What is hidden while it is looked at is veiled at once.
  const isAsked = !isVeiled || isLifted;
  const [frame, isSeen] = useSeen<HTMLLIElement>();
  const sight = usePicture(told, isSeen && isAsked);
  const { picture } = sight;
  const isShown = isAsked && picture.url !== undefined;
  return (
    <li
      ref={frame}
      className={isShown ? 'cpic' : 'cpic cpic-empty'}
      style={{ width: size.widthPx, height: size.heightPx }}
    >
      {!isAsked ? (
        <Veil onLift={() => setLifted(true)} />
      ) : isShown ? (
        <ShownPicture sight={sight} name={name} place={place} size={size} onOpen={onOpen} />
      ) : (
        <EmptyTile sight={sight} isAlone={place.count === 1} />
      )}
    </li>
  );
}

function Veil({ onLift }: { onLift: () => void }) {
  const { t } = useTranslation('customer-pictures');
  return (
    <button type="button" className="cpic-veil" onClick={onLift}>
      <IconEyeOff aria-hidden />
      <span className="small">{t('veiled')}</span>
      <span className="small cpic-lift">{t('show')}</span>
    </button>
  );
}

function ShownPicture({
  sight: { picture, tryAgain },
  name,
  place,
  size,
  onOpen,
}: {
  sight: PictureInSight;
  name: string;
  place: PicturePlace;
  size: { widthPx: number; heightPx: number };
  onOpen: () => void;
}) {
  const { t } = useTranslation('customer-pictures');
  const { altOf } = usePictureWords(name);
  return (
    <button type="button" className="cpic-open" onClick={onOpen}>
      <img
        src={picture.url}
        alt={altOf(picture, place)}
        width={size.widthPx}
        height={size.heightPx}
        draggable={false}
        // Its file went meanwhile, to make room for others.
        onError={tryAgain}
      />
      {picture.kind === 'film' || picture.moves ? (
        <span className="cpic-mark small">
          <IconPlayerPlayFilled aria-hidden />
          {t(picture.kind === 'film' ? 'film' : 'moves')}
        </span>
      ) : null}
    </button>
  );
}

/** Why there is nothing to see yet, or never will be. */
function EmptyTile({
  sight: { picture, isComing, tryAgain },
  isAlone,
}: {
  sight: PictureInSight;
  isAlone: boolean;
}) {
  const { t } = useTranslation('customer-pictures');
  const isLate = useDelayed(isComing);
  const { why } = picture;
  const words = usePictureWords().whyOf(picture);
  if (isComing || !why)
    return (
      <span className="cpic-wait">
        {isLate ? <span className="spin" aria-hidden="true" /> : <IconPhoto aria-hidden />}
        <span className="hidden-text">{t('coming')}</span>
      </span>
    );
  const isOffline = why.code === 'offline';
  return (
    <span className="cpic-why small" role="status">
      {isOffline ? <IconWifiOff aria-hidden /> : <IconPhotoOff aria-hidden />}
      <span>
        {words?.text} {isAlone ? words?.todo : <span className="hidden-text">{words?.todo}</span>}
      </span>
      {final.has(why.code) ? null : (
        <Button kind="quiet" onClick={tryAgain}>
          {t('again')}
        </Button>
      )}
    </span>
  );
}
