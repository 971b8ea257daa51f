import { useDroppable } from '@dnd-kit/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import type { GridDay } from '../../../shared/rules/calendar-grid.ts';
import { instantToWall, resolveWallTime } from '../../../shared/rules/zoned-time.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useNow } from '../../link/use-now.ts';
import { PostTileButton } from './post-tile.tsx';
import { clockOf, minutesOf } from './shift-wall.ts';
import { layLanes } from './time-lanes.ts';

const tileHeightPx = 46;
const hours = Array.from({ length: 24 }, (_, hour) => hour);
const dayMs = 24 * 3_600_000;

/** What a carried post asks of the column under it, to find its time there. */
export type HourScale = { date: string; hourPx: number };

/** One day by its hours: posts where their time is; takes dropped posts. */
export function HourColumn({
  day,
  tiles,
  count,
  now,
  hourPx,
  most,
  onNew,
  onDay,
}: {
  day: GridDay;
  tiles: readonly PostTile[];
  /** How many posts the day has, drawn or not. */
  count: number;
  now: number;
  hourPx: number;
  most: number;
  onNew: (wall: string) => void;
  onDay: (date: string) => void;
}) {
  const { t } = useTranslation('plan');
  const { zone, dateLong, number } = useFormats();
  const scale: HourScale = { date: day.date, hourPx };
  const drop = useDroppable({ id: day.date, data: { scale } });
  const timed = useMemo(
    () =>
      tiles.map((tile) => ({
        tile,
        id: tile.id,
        minutes: minutesOf(instantToWall(Date.parse(tile.at ?? ''), zone)),
      })),
    [tiles, zone],
  );
  const { lanes, crowds } = layLanes(timed, (tileHeightPx / hourPx) * 60, most);
  const topOf = (minutes: number) => (minutes / 60) * hourPx;
  const middle = new Date((day.startAt + day.endAt) / 2).toISOString();
  const classes = ['day hour-column', drop.isOver && day.endAt > now && 'day-over'];
  return (
    <div
      ref={drop.setNodeRef}
      className={classes.filter(Boolean).join(' ')}
      role="group"
      aria-label={t('dayName', { count, day: dateLong(middle) })}
    >
      <time className="hidden-text" dateTime={day.date}>
        {dateLong(middle)}
      </time>
      <HourCells day={day} now={now} onNew={onNew} />
      {timed.map(({ tile, minutes }) => {
        const lane = lanes.get(tile.id);
        if (!lane) return null;
        const widthPct = 100 / lane.lanes;
        return (
          <PostTileButton
            key={tile.id}
            slim
            tile={tile}
            spot={`${day.date}T${clockOf(minutes).slice(0, 2)}`}
            style={{
              top: topOf(minutes),
              left: `calc(${lane.lane * widthPct}% + 2px)`,
              width: `calc(${widthPct}% - 4px)`,
              height: tileHeightPx,
            }}
          />
        );
      })}
      {crowds.map((crowd) => (
        <button
          key={crowd.minutes}
          type="button"
          className="hour-more small num"
          style={{ top: topOf(crowd.minutes) + tileHeightPx - 20 }}
          aria-label={t('moreAt', { count: crowd.count, time: clockOf(crowd.minutes) })}
          onClick={() => onDay(day.date)}
        >
          +{number(crowd.count)}
        </button>
      ))}
      <NowLine day={day} hourPx={hourPx} />
    </div>
  );
}

/** The hours behind the posts: a click on an empty one begins a post there. */
function HourCells({
  day,
  now,
  onNew,
}: {
  day: GridDay;
  now: number;
  onNew: (wall: string) => void;
}) {
  const { t } = useTranslation('plan');
  const { zone, date } = useFormats();
  const skipped = useSkippedHours(day, zone);
  const middle = new Date((day.startAt + day.endAt) / 2).toISOString();
  const nowWall = instantToWall(now, zone);
  return hours.map((hour) => {
    const spot = `${day.date}T${String(hour).padStart(2, '0')}`;
    const isPast = `${spot}:59` < nowWall;
    const isSkipped = skipped.has(hour);
    const classes = ['hour-row', isPast && 'hour-past', isSkipped && 'hour-skipped'];
    const wall = `${spot}:00` > nowWall ? `${spot}:00` : `${spot}:45`;
    const time = clockOf(hour * 60);
    return (
      <button
        key={hour}
        type="button"
        className={classes.filter(Boolean).join(' ')}
        data-spot={spot}
        data-new={isPast || isSkipped ? undefined : wall}
        aria-disabled={isPast || isSkipped || undefined}
        tabIndex={-1}
        title={isSkipped ? t('skippedHour', { time }) : undefined}
        aria-label={
          isSkipped
            ? t('skippedHour', { time })
            : t(isPast ? 'pastHour' : 'newOn', { day: `${date(middle)}, ${time}` })
        }
        onClick={() => (isPast || isSkipped ? undefined : onNew(wall))}
      />
    );
  });
}

/** The hours that the clocks jump over, on the one day a year that has them. */
function useSkippedHours(day: GridDay, zone: string): ReadonlySet<number> {
  return useMemo(() => {
    if (day.endAt - day.startAt >= dayMs) return new Set<number>();
    const isGap = (hour: number) =>
      resolveWallTime(`${day.date}T${clockOf(hour * 60)}`, zone).kind === 'gap';
    return new Set(hours.filter(isGap));
  }, [day.date, day.startAt, day.endAt, zone]);
}

function NowLine({ day, hourPx }: { day: GridDay; hourPx: number }) {
  const { zone } = useFormats();
  const now = Date.parse(useNow());
  if (now < day.startAt || now >= day.endAt) return null;
  const top = (minutesOf(instantToWall(now, zone)) / 60) * hourPx;
  return <span className="now-line" style={{ top }} aria-hidden="true" />;
}
