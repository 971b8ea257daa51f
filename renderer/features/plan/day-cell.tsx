import { useDroppable } from '@dnd-kit/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import type { GridDay } from '../../../shared/rules/calendar-grid.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { PostMini, PostTileButton } from './post-tile.tsx';

export type DayProps = {
  day: GridDay;
  today: string;
  /** `strip` for past weeks, `full` with words, `narrow` beside the open sheet. */
  size: 'strip' | 'full' | 'narrow';
  tiles: readonly PostTile[];
  /** The free usual hour to invite to. */
  invitation?: string | undefined;
  chosenId?: string | undefined;
  onOpen: (postId: string) => void;
  onNew: (wall: string) => void;
  onDay: (date: string) => void;
  /** How many posts are drawn; the others are told by their number. */
  most?: number;
};

/** One day of the calendar; takes dropped posts. */
export function DayCell({
  day,
  today,
  size,
  tiles,
  invitation,
  chosenId,
  onOpen,
  onNew,
  onDay,
  most,
}: DayProps) {
  const { t } = useTranslation('plan');
  const formats = useFormats();
  const drop = useDroppable({ id: day.date });
  const isPast = day.date < today;
  const classes = [
    'day',
    !day.isInMonth && 'day-out',
    day.date === today && 'day-today',
    drop.isOver && !isPast && 'day-over',
  ];
  const middle = new Date((day.startAt + day.endAt) / 2).toISOString();
  const shown = tiles.slice(0, most ?? (size === 'strip' ? 2 : 4));
  return (
    <div ref={drop.setNodeRef} className={classes.filter(Boolean).join(' ')}>
      <time className="day-number num" dateTime={day.date}>
        {size === 'narrow' ? Number(day.date.slice(8)) : <DayName day={day} at={middle} />}
      </time>
      {shown.map((tile) =>
        size === 'full' ? (
          <PostTileButton key={tile.id} tile={tile} chosen={tile.id === chosenId} onOpen={onOpen} />
        ) : (
          <PostMini
            key={tile.id}
            tile={tile}
            chosen={tile.id === chosenId}
            words={size === 'strip' && tiles.length === 1}
            widthPx={size === 'strip' ? 40 : 36}
            onOpen={onOpen}
          />
        ),
      )}
      <MoreButton count={tiles.length - shown.length} at={middle} onClick={() => onDay(day.date)} />
      {invitation && size === 'full' ? (
        <button type="button" className="slot" onClick={() => onNew(invitation)}>
          <b className="num">
            <IconPlus aria-hidden /> {invitation.slice(11)}
          </b>
          {t('usualHour')}
        </button>
      ) : null}
      {isPast || size !== 'full' ? null : (
        <button
          type="button"
          className="day-add"
          aria-label={t('newOn', { day: formats.date(middle) })}
          onClick={() => onNew(invitation ?? `${day.date}T18:30`)}
        >
          <IconPlus aria-hidden />
        </button>
      )}
    </div>
  );
}

/** How many posts of the day are not drawn; leads to all of them. */
function MoreButton({ count, at, onClick }: { count: number; at: string; onClick: () => void }) {
  const { t } = useTranslation('plan');
  const formats = useFormats();
  if (count <= 0) return null;
  return (
    <button
      type="button"
      className="day-more small num"
      aria-label={t('more', { count, day: formats.date(at) })}
      onClick={onClick}
    >
      +{count}
    </button>
  );
}

/** The number of the day, with the month where a new one begins. */
function DayName({ day, at }: { day: GridDay; at: string }) {
  const { locale, zone } = useFormats();
  const number = Number(day.date.slice(8));
  if (number !== 1) return number;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: zone }).format(
    new Date(at),
  );
}
