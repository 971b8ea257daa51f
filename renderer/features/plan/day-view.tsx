import { useDroppable } from '@dnd-kit/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { settleWallTime } from '../../../shared/rules/zoned-time.ts';
import { hoursOfDay } from './place-posts.ts';
import { PostTileButton } from './post-tile.tsx';
import type { Plan } from './use-plan.ts';

/** One day by its hours; a post is carried from hour to hour. */
export function DayView({
  plan,
  ...rest
}: {
  plan: Plan;
  chosenId?: string | undefined;
  onOpen: (postId: string) => void;
  onNew: (wall: string) => void;
}) {
  const { zone } = useFormats();
  const hours = hoursOfDay(plan.date, plan.days.get(plan.date) ?? [], zone, plan.now);
  return (
    <ol className="hours-of-day">
      {hours.map(({ hour, tiles }) => (
        <HourRow key={hour} hour={hour} tiles={tiles} now={plan.now} {...rest} />
      ))}
    </ol>
  );
}

function HourRow({
  hour,
  tiles,
  now,
  chosenId,
  onOpen,
  onNew,
}: {
  hour: string;
  tiles: readonly PostTile[];
  now: number;
  chosenId?: string | undefined;
  onOpen: (postId: string) => void;
  onNew: (wall: string) => void;
}) {
  const { t } = useTranslation('plan');
  const { zone, time } = useFormats();
  const drop = useDroppable({ id: hour });
  const at = settleWallTime(`${hour}:00`, zone)?.at ?? now;
  const isPast = at + 3_600_000 <= now;
  const shown = time(new Date(at).toISOString());
  const classes = ['hour-row', isPast && 'hour-past', drop.isOver && !isPast && 'day-over'];
  return (
    <li ref={drop.setNodeRef} className={classes.filter(Boolean).join(' ')}>
      <time className="hour-name num" dateTime={`${hour}:00`}>
        {shown}
      </time>
      <div className="hour-tiles">
        {tiles.map((tile) => (
          <PostTileButton key={tile.id} tile={tile} chosen={tile.id === chosenId} onOpen={onOpen} />
        ))}
      </div>
      {at <= now ? null : (
        <button
          type="button"
          className="day-add"
          aria-label={t('newOn', { day: shown })}
          onClick={() => onNew(`${hour}:00`)}
        >
          <IconPlus aria-hidden />
        </button>
      )}
    </li>
  );
}
