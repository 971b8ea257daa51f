import {
  IconCheck,
  IconHeartFilled,
  IconMusic,
  IconPhotoOff,
  IconPlayerPlayFilled,
  IconStarFilled,
} from '@tabler/icons-react';
import { memo, useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryItem } from '../../../../shared/contract/library.ts';

type Props = {
  item: LibraryItem | undefined;
  place: number;
  total: number;
  leftPx: number;
  topPx: number;
  sidePx: number;
  isPicked: boolean;
  isActive: boolean;
  hasName: boolean;
};

/** A picture or film in its own shape on a square ground; the ground stands before it has come. */
export const LibraryTile = memo(function LibraryTile(props: Props) {
  const { item, place, total, leftPx, topPx, sidePx, isPicked, isActive, hasName } = props;
  const { t } = useTranslation('library');
  const look = ['lib-tile', isPicked ? 'lib-picked' : '', isActive ? 'lib-active' : ''];
  return (
    <div
      id={`lib-${place}`}
      data-place={place}
      role="option"
      draggable={item !== undefined}
      aria-selected={isPicked}
      aria-posinset={place + 1}
      aria-setsize={total}
      aria-label={item ? spoken(item, t) : t('tile.coming')}
      className={look.filter(Boolean).join(' ')}
      style={{ width: sidePx, transform: `translate(${leftPx}px, ${topPx}px)` }}
    >
      <span className={`lib-ground ${item ? '' : 'lib-coming'}`} style={{ height: sidePx }}>
        {item ? <TilePicture item={item} sidePx={sidePx} /> : null}
      </span>
      {hasName ? <span className="cut small">{item?.name ?? ' '}</span> : null}
    </div>
  );
});

function TilePicture({ item, sidePx }: { item: LibraryItem; sidePx: number }) {
  const { t } = useTranslation('library');
  const seconds = Math.round((item.durationMs ?? 0) / 1000);
  const { widthPx = 1, heightPx = 1 } = item;
  const scale = (sidePx - 12) / Math.max(widthPx, heightPx);
  return (
    <>
      {item.kind === 'audio' ? (
        <IconMusic aria-hidden className="lib-sound" />
      ) : (
        <TileImage
          key={item.thumbUrl}
          src={item.thumbUrl}
          width={Math.round(widthPx * scale)}
          height={Math.round(heightPx * scale)}
          decoding="async"
          draggable={false}
        />
      )}
      <span className="lib-check" aria-hidden>
        <IconCheck />
      </span>
      {item.favourite ? <IconHeartFilled aria-hidden className="lib-heart" /> : null}
      {/* Drawn, not written: the tile's name says it in words. */}
      <span className="lib-marks num" aria-hidden>
        {item.rating > 0 ? (
          <span data-number={item.rating}>
            <IconStarFilled />
          </span>
        ) : null}
        {item.kind === 'video' ? (
          <span data-number={t('tile.seconds', { count: seconds })}>
            <IconPlayerPlayFilled />
          </span>
        ) : null}
      </span>
    </>
  );
}

/** A sign where even the picture itself is gone. */
function TileImage(props: ComponentProps<'img'>) {
  const { t } = useTranslation('library');
  const [isLost, setLost] = useState(false);
  if (isLost) return <IconPhotoOff role="img" aria-label={t('tile.lost')} className="lib-sound" />;
  return <img {...props} alt="" onError={() => setLost(true)} />;
}

type Say = ReturnType<typeof useTranslation<'library'>>['t'];

function spoken(item: LibraryItem, t: Say): string {
  const { name, kind, rating, favourite, uses } = item;
  const words = [name, t(`kind.${kind}`)];
  if (rating > 0) words.push(t('stars.count', { count: rating }));
  if (favourite) words.push(t('favourite'));
  if (uses > 0) words.push(t('tile.uses', { count: uses }));
  return words.join(', ');
}
