import { weekGrid, addDays } from '../../../shared/rules/calendar-grid.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { PostMini } from './post-tile.tsx';
import type { Plan } from './use-plan.ts';

/** What is left of the calendar beside the sheet on a small screen: this week and the next. */
export function DayStrip({
  plan,
  chosenId,
  onOpen,
}: {
  plan: Plan;
  chosenId?: string | undefined;
  onOpen: (postId: string) => void;
}) {
  const { locale, zone } = useFormats();
  const letter = new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: zone });
  const days = [...weekGrid(plan.today, zone), ...weekGrid(addDays(plan.today, 7), zone)];
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
          {(plan.days.get(day.date) ?? []).map((tile) => (
            <PostMini
              key={tile.id}
              tile={tile}
              words={false}
              widthPx={36}
              chosen={tile.id === chosenId}
              onOpen={onOpen}
            />
          ))}
        </li>
      ))}
    </ul>
  );
}
