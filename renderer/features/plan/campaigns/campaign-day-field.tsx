import 'dayjs/locale/fr';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { Field } from '../../../ui/field.tsx';
import { Popover } from '../../../ui/popover.tsx';

/** The first or last day of a campaign, written as the shop writes days whatever the browser's own
 *  language. */
export function CampaignDayField({
  label,
  value,
  min,
  error,
  onChange,
}: {
  label: string;
  /** `2026-11-26`. */
  value: string;
  min?: string;
  error?: string | undefined;
  onChange: (day: string) => void;
}) {
  const { t, i18n } = useTranslation('when');
  const { locale } = useFormats();
  const [opened, setOpened] = useState(false);
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (
    <Field frame={{ label, error, icon: <IconCalendar aria-hidden /> }}>
      {(ids) => (
        <Popover
          opened={opened}
          onChange={setOpened}
          label={label}
          align="start"
          target={
            <button
              type="button"
              {...ids}
              className="campaign-day"
              aria-expanded={opened}
              onClick={() => setOpened(!opened)}
            >
              {format.format(new Date(`${value}T12:00:00Z`))}
            </button>
          }
        >
          <DatePicker
            locale={i18n.language}
            ariaLabels={{
              previousMonth: t('previousMonth'),
              nextMonth: t('nextMonth'),
              previousYear: t('previousYear'),
              nextYear: t('nextYear'),
              previousDecade: t('previousDecade'),
              nextDecade: t('nextDecade'),
            }}
            firstDayOfWeek={1}
            value={value}
            defaultDate={value}
            {...(min === undefined ? {} : { minDate: min })}
            onChange={(day) => {
              if (day) onChange(day);
              setOpened(false);
            }}
          />
        </Popover>
      )}
    </Field>
  );
}
