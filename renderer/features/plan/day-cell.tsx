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
  /** How many posts the day has, drawn or not. */
  count: number;
  /** The free usual hour to invite to. */
  invitation?: string | undefined;
  onNew: (wall: string) => void;
  onDay: (date: string) => void;
  /** How many posts are drawn; the others are told by their number. */
  most: number;
};

/** One day of the calendar; takes dropped posts. */
export function DayCell({
  day,
  today,
  size,
  tiles,
  count,
  invitation,
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
  const shown = tiles.slice(0, size === 'strip' ? Math.min(2, most) : most);
  return (
    <div
      ref={drop.setNodeRef}
      className={classes.filter(Boolean).join(' ')}
      role="group"
      aria-label={t('dayName', { count, day: formats.dateLong(middle) })}
      data-spot={day.date}
      data-new={isPast ? undefined : (invitation ?? `${day.date}T18:30`)}
      tabIndex={-1}
    >
      <time className="day-number num" dateTime={day.date}>
        {size === 'narrow' ? Number(day.date.slice(8)) : <DayName day={day} at={middle} />}
      </time>
      {shown.map((tile) =>
        size === 'full' ? (
          <PostTileButton key={tile.id} tile={tile} spot={day.date} />
        ) : (
          <PostMini
            key={tile.id}
            tile={tile}
            spot={day.date}
            words={size === 'strip' && count === 1}
            widthPx={size === 'strip' ? 40 : 36}
          />
        ),
      )}
      <MoreButton count={count - shown.length} at={middle} onClick={() => onDay(day.date)} />
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
      +{formats.number(count)}
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
