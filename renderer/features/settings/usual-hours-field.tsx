import './usual-hours.css';
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UsualTime } from '../../../shared/rules/calendar-grid.ts';
import {
  copyHours,
  hasHour,
  hoursOf,
  nextHour,
  sortHours,
} from '../../../shared/rules/usual-hours.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TimeField } from '../../ui/time-field.tsx';

type Props = {
  label: string;
  times: readonly UsualTime[];
  onChange: (times: UsualTime[]) => void;
};

const week = [1, 2, 3, 4, 5, 6, 7];
const workdays = [1, 2, 3, 4, 5];

/** Several hours a day for each weekday; the same one twice is not taken. */
export function UsualHoursField({ label, times, onChange }: Props) {
  return (
    <fieldset>
      <legend className="field-label">{label}</legend>
      <div className="usual-hours">
        {week.map((weekday) => (
          <Day key={weekday} weekday={weekday} times={times} onChange={onChange} />
        ))}
      </div>
    </fieldset>
  );
}

function Day({ weekday, times, onChange }: Omit<Props, 'label'> & { weekday: number }) {
  const { t, i18n } = useTranslation('settings');
  // 4 January 2027 is a Monday.
  const day = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2027, 0, 3 + weekday),
  );
  const hours = hoursOf(times, weekday);
  const without = (time: string) =>
    times.filter((one) => one.weekday !== weekday || one.time !== time);
  const replace = (before: string, time: string) => {
    if (hasHour(times, { weekday, time })) return;
    onChange(sortHours([...without(before), { weekday, time }]));
  };
  return (
    <div className="usual-day" role="group" aria-label={day}>
      <span className="usual-name">{day}</span>
      <div className="usual-times">
        {hours.map((time, index) => (
          <span key={index} className="usual-time">
            <TimeField
              label={t('shop.hourOf', { day })}
              labelHidden
              value={time}
              onChange={(next) => replace(time, next)}
            />
            <IconButton
              label={t('hours.remove', { day, time })}
              icon={<IconX />}
              onClick={() => onChange(without(time))}
            />
          </span>
        ))}
        <IconButton
          label={t('hours.add', { day })}
          icon={<IconPlus />}
          onClick={() =>
            onChange(sortHours([...times, { weekday, time: nextHour(times, weekday) }]))
          }
        />
        {hours.length > 0 && weekday <= 5 ? (
          <IconButton
            label={t('hours.copy', { day })}
            icon={<IconCopy />}
            onClick={() => onChange(copyHours(times, weekday, workdays))}
          />
        ) : null}
      </div>
    </div>
  );
}
