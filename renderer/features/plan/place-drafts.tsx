import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../link/formats-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Popover } from '../../ui/popover.tsx';
import { TimeField } from '../../ui/time-field.tsx';
import type { UsualTime } from '../../../shared/rules/calendar-grid.ts';

const week = [1, 2, 3, 4, 5, 6, 7];
// 4 January 2027 is a Monday.
const mondayAt = Date.UTC(2027, 0, 4);

/** Places all drafts at once: at the shop's usual hours, or in a rhythm chosen here. */
export function PlaceDrafts({
  count,
  busy,
  onPlace,
}: {
  count: number;
  busy: boolean;
  onPlace: (slots?: UsualTime[]) => void;
}) {
  const { t } = useTranslation('plan');
  const [opened, setOpened] = useState(false);
  const place = (slots?: UsualTime[]) => {
    setOpened(false);
    onPlace(slots);
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      label={t('place.label')}
      target={
        <Button
          icon={<IconCalendarPlus aria-hidden />}
          busy={busy}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {t('place.all', { count })}
        </Button>
      }
    >
      <div className="filter-panel">
        <Button onClick={() => place()}>{t('place.usual')}</Button>
        <Rhythm onPlace={place} />
      </div>
    </Popover>
  );
}

/** Some weekdays at one time, as every weekday at 18:30. */
function Rhythm({ onPlace }: { onPlace: (slots: UsualTime[]) => void }) {
  const { t } = useTranslation('plan');
  const { locale } = useFormats();
  const [days, setDays] = useState<readonly number[]>([1, 2, 3, 4, 5]);
  const [time, setTime] = useState('18:30');
  const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return (
    <fieldset className="rhythm">
      <legend className="field-label">{t('place.rhythm')}</legend>
      <div className="rhythm-days">
        {week.map((weekday) => (
          <CheckBox
            key={weekday}
            label={name.format(mondayAt + (weekday - 1) * 86_400_000)}
            checked={days.includes(weekday)}
            onChange={(on) => setDays(on ? [...days, weekday] : days.filter((d) => d !== weekday))}
          />
        ))}
      </div>
      <TimeField label={t('place.time')} value={time} onChange={setTime} />
      <Button
        disabled={days.length === 0}
        onClick={() => onPlace(days.map((weekday) => ({ weekday, time })))}
      >
        {t('place.inRhythm')}
      </Button>
    </fieldset>
  );
}
