import { useLayoutEffect, useRef } from 'react';
import { monthGrid, type GridDay } from '../../../shared/rules/calendar-grid.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { CampaignBars } from './campaigns/campaign-bars.tsx';
import { DayCell, type DayProps } from './day-cell.tsx';
import { invitations } from './place-posts.ts';
import { postsPerDay } from './plan-zoom.ts';
import { weekSize } from './plan-view.ts';
import { useTileSurroundings } from './tile-context.ts';
import type { Plan } from './use-plan.ts';

type Props = {
  plan: Plan;
  usualTimes: readonly { weekday: number; time: string }[];
  /** Beside the open sheet: pictures without words. */
  narrow: boolean;
  onNew: (wall: string) => void;
  onDay: (date: string) => void;
  onCampaign: (campaignId: string) => void;
};

/** A month: past weeks shrink to strips, this week and what follows get the room. */
export function MonthView({ plan, usualTimes, narrow, onCampaign, ...rest }: Props) {
  const { zone } = useFormats();
  const { campaigns } = useTileSurroundings();
  const frame = useThisWeekInSight(plan);
  const weeks = monthGrid(plan.date, zone);
  const last = weeks.at(-1)?.at(-1)?.date ?? '';
  const invited = invitations(upcoming(weeks, plan.today), plan.days, usualTimes, zone, plan.now);
  // Beyond the next week a row is lower, but grows with what stands in it.
  const roomy = new Set(upcoming(weeks, plan.today));
  const isFar = (week: GridDay[]) => last >= plan.today && !roomy.has(week);
  return (
    <div ref={frame} className={`month month-zoom-${plan.zoom}`}>
      <Weekdays week={weeks[0] ?? []} among={weeks.flat()} today={plan.today} narrow={narrow} />
      {weeks.map((week) => {
        const strip = weekSize(week, plan.today, last) === 'strip';
        const size: DayProps['size'] = narrow ? 'narrow' : strip ? 'strip' : 'full';
        return (
          <div
            key={week[0]?.date}
            className={strip ? 'week week-strip' : isFar(week) ? 'week week-far' : 'week'}
          >
            {narrow ? null : (
              <CampaignBars
                campaigns={[...campaigns.values()]}
                dates={week.map((day) => day.date)}
                most={strip ? 1 : 2}
                onOpen={onCampaign}
              />
            )}
            {week.map((day) => (
              <DayCell
                key={day.date}
                day={day}
                today={plan.today}
                size={size}
                tiles={plan.days.get(day.date) ?? []}
                count={plan.countOf.get(day.date) ?? plan.days.get(day.date)?.length ?? 0}
                most={postsPerDay[plan.zoom]}
                invitation={invited.get(day.date)}
                {...rest}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** On a small screen a month begins with the weeks that are over: it opens where this one is seen. */
function useThisWeekInSight({ date, today, isLoaded }: Plan) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const week = frame.current?.querySelector('.day-today')?.parentElement;
    const body = frame.current?.parentElement;
    if (!week || !body || date.slice(0, 7) !== today.slice(0, 7)) return;
    const under = week.getBoundingClientRect().bottom - body.getBoundingClientRect().bottom;
    if (under > 0) body.scrollTop += under + body.clientHeight / 3;
  }, [date, today, isLoaded]);
  return frame;
}

/** This week and the next: further ahead an invitation would be noise. */
function upcoming(weeks: readonly GridDay[][], today: string): GridDay[][] {
  return weeks.filter((week) => (week.at(-1)?.date ?? '') >= today).slice(0, 2);
}

/** Names of the days, with today's marked where today is among the days shown. */
function Weekdays({
  week,
  among,
  today,
  narrow,
}: {
  week: readonly GridDay[];
  among: readonly GridDay[];
  today: string;
  narrow: boolean;
}) {
  const { locale, zone } = useFormats();
  const name = new Intl.DateTimeFormat(locale, {
    weekday: narrow ? 'narrow' : 'short',
    timeZone: zone,
  });
  const weekday = among.find((day) => day.date === today)?.weekday;
  return (
    <div className="weekdays" aria-hidden="true">
      {week.map((day) => (
        <span key={day.date} className={day.weekday === weekday ? 'is-today' : undefined}>
          {name.format((day.startAt + day.endAt) / 2)}
        </span>
      ))}
    </div>
  );
}
