import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { weekGrid, addDays } from '../../../shared/rules/calendar-grid.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { postsByDay } from './place-posts.ts';
import { PostMini } from './post-tile.tsx';
import type { Plan } from './use-plan.ts';

/** What is left of the calendar beside the sheet on a small screen: this week and the next. */
export function DayStrip({ plan }: { plan: Plan }) {
  const { locale, zone } = useFormats();
  const api = useApi();
  const letter = new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: zone });
  const days = [...weekGrid(plan.today, zone), ...weekGrid(addDays(plan.today, 7), zone)];
  const asked = useQuery(
    api.posts.calendar.queryOptions({
      input: {
        ...plan.filter.wish,
        from: new Date(days[0]?.startAt ?? 0).toISOString(),
        to: new Date(days.at(-1)?.endAt ?? 0).toISOString(),
        zone,
        perDay: 4,
      },
      placeholderData: keepPreviousData,
    }),
  );
  const tiles = postsByDay(asked.data?.items ?? [], zone);
  return (
    <ul className="day-strip">
      {days.map((day) => (
        <li key={day.date}>
          <time
            dateTime={day.date}
            className={day.date === plan.today ? 'small num is-today' : 'small num muted'}
          >
            {letter.format((day.startAt + day.endAt) / 2)} {Number(day.date.slice(8))}
          </time>
          {(tiles.get(day.date) ?? []).map((tile) => (
            <PostMini key={tile.id} tile={tile} words={false} widthPx={36} />
          ))}
        </li>
      ))}
    </ul>
  );
}
