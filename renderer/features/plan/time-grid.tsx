import './time-grid.css';
import { useLayoutEffect, useRef, type CSSProperties } from 'react';
import { dayGrid, weekGrid, type GridDay } from '../../../shared/rules/calendar-grid.ts';
import { instantToWall } from '../../../shared/rules/zoned-time.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { CampaignBars } from './campaigns/campaign-bars.tsx';
import { HourColumn } from './hour-column.tsx';
import { hourHeightPx } from './plan-zoom.ts';
import { clockOf, minutesOf } from './shift-wall.ts';
import { useTileSurroundings } from './tile-context.ts';
import type { Plan } from './use-plan.ts';

export type GridProps = {
  plan: Plan;
  narrow: boolean;
  onNew: (wall: string) => void;
  onDay: (date: string) => void;
  onCampaign: (campaignId: string) => void;
};

const hours = Array.from({ length: 24 }, (_, hour) => hour);
/** Posts side by side before the rest is counted. */
const mostBeside = { week: 2, day: 6, narrow: 1 };

/** A week or a day by its hours: where a post stands says when it goes out. */
export function TimeGrid({ plan, narrow, onNew, onDay, onCampaign }: GridProps) {
  const { zone } = useFormats();
  const { campaigns } = useTileSurroundings();
  const days = plan.view === 'day' ? [dayGrid(plan.date, zone)] : weekGrid(plan.date, zone);
  const dates = days.map((day) => day.date);
  const hourPx = hourHeightPx[plan.zoom];
  const frame = useStartHour(plan, dates, hourPx);
  const columns = { '--days': days.length, '--hour': `${hourPx}px` } as CSSProperties;
  return (
    <div className={`week-alone time-grid time-grid-${plan.view}`} style={columns}>
      <header className="time-head">
        <ColumnNames days={days} today={plan.today} narrow={narrow} onDay={onDay} />
        {narrow ? null : (
          <div className="time-bars">
            <CampaignBars
              campaigns={[...campaigns.values()]}
              dates={dates}
              most={3}
              onOpen={onCampaign}
            />
          </div>
        )}
      </header>
      <div ref={frame} className="time-scroll">
        <div className="time-axis num" aria-hidden="true">
          {hours.map((hour) => (
            <span key={hour}>{hour === 0 ? '' : clockOf(hour * 60)}</span>
          ))}
        </div>
        {days.map((day) => (
          <HourColumn
            key={day.date}
            day={day}
            tiles={plan.days.get(day.date) ?? []}
            count={plan.countOf.get(day.date) ?? 0}
            now={plan.now}
            hourPx={hourPx}
            most={mostBeside[narrow ? 'narrow' : plan.view === 'day' ? 'day' : 'week']}
            onNew={onNew}
            onDay={onDay}
          />
        ))}
      </div>
    </div>
  );
}

/** Begins at the first post or the working day, and keeps the hour in the middle when it is zoomed. */
function useStartHour(plan: Plan, dates: readonly string[], hourPx: number) {
  const frame = useRef<HTMLDivElement>(null);
  const seen = useRef({ key: '', hourPx });
  const key = `${plan.view} ${dates[0] ?? ''} ${plan.isLoaded}`;
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const before = seen.current;
    seen.current = { key, hourPx };
    if (before.key === key) {
      const middle = element.scrollTop + element.clientHeight / 2;
      element.scrollTop = (middle / before.hourPx) * hourPx - element.clientHeight / 2;
      return;
    }
    const walls = dates.flatMap((date) => plan.days.get(date) ?? []);
    const first = walls.map(({ at }) => minutesOf(instantToWall(Date.parse(at ?? ''), plan.zone)));
    const start = Math.min(8 * 60, ...first);
    element.scrollTop = Math.max(0, (start / 60) * hourPx - 16);
  });
  return frame;
}

function ColumnNames({
  days,
  today,
  narrow,
  onDay,
}: {
  days: readonly GridDay[];
  today: string;
  narrow: boolean;
  onDay: (date: string) => void;
}) {
  const { locale, zone } = useFormats();
  const name = new Intl.DateTimeFormat(locale, {
    weekday: narrow ? 'narrow' : 'short',
    timeZone: zone,
  });
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: zone });
  return (
    <div className="time-names">
      {days.map((day) => {
        const middle = (day.startAt + day.endAt) / 2;
        return (
          <button
            key={day.date}
            type="button"
            className={day.date === today ? 'time-name is-today' : 'time-name'}
            title={long.format(middle)}
            onClick={() => onDay(day.date)}
          >
            {name.format(middle)} <b className="num">{Number(day.date.slice(8))}</b>
          </button>
        );
      })}
    </div>
  );
}
