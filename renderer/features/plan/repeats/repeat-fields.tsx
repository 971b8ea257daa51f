import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../link/formats-context.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { TimeField } from '../../../ui/time-field.tsx';
import { nthOf, weekdayOf, type RepeatForm } from './repeat-form.ts';
import { weekdayName } from './rule-words.ts';

type Props = { form: RepeatForm; onChange: (patch: Partial<RepeatForm>) => void };

const week = [1, 2, 3, 4, 5, 6, 7];

/** On which days, at what time, until when. */
export function RepeatFields({ form, onChange }: Props) {
  const { t } = useTranslation('repeats');
  const { locale } = useFormats();
  const { startDate, every, interval } = form;
  const day = weekdayName(weekdayOf(startDate), locale, 'long');
  const nth = t(`words.nth.${nthOf(startDate) === -1 ? 'last' : nthOf(startDate)}`);
  return (
    <div className="repeat-fields">
      <SelectField
        label={t('form.every')}
        value={every}
        options={[
          { value: 'week', label: t('form.week') },
          { value: 'month-day', label: t('form.monthDay', { day: Number(startDate.slice(8)) }) },
          { value: 'month-weekday', label: t('form.monthWeekday', { nth, day }) },
        ]}
        onChange={(next) => onChange({ every: next })}
      />
      {every === 'week' ? <Weekdays form={form} onChange={onChange} /> : null}
      <div className="repeat-pair">
        <NumberField
          label={t('form.interval')}
          unit={t(every === 'week' ? 'form.weeks' : 'form.months')}
          value={interval}
          most={every === 'week' ? 52 : 12}
          onChange={(next) => onChange({ interval: next })}
        />
        <TimeField
          label={t('form.time')}
          value={form.time}
          onChange={(time) => onChange({ time })}
        />
      </div>
      <End form={form} onChange={onChange} />
    </div>
  );
}

function Weekdays({ form, onChange }: Props) {
  const { t } = useTranslation('repeats');
  const { locale } = useFormats();
  const { weekdays } = form;
  return (
    <fieldset>
      <legend className="field-label">{t('form.days')}</legend>
      <div className="repeat-days">
        {week.map((weekday) => (
          <CheckBox
            key={weekday}
            label={weekdayName(weekday, locale, 'short')}
            checked={weekdays.includes(weekday)}
            onChange={(on) =>
              onChange({
                weekdays: on ? [...weekdays, weekday] : weekdays.filter((one) => one !== weekday),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

function End({ form, onChange }: Props) {
  const { t } = useTranslation('repeats');
  const { end } = form;
  return (
    <div className="repeat-pair">
      <SelectField
        label={t('form.end')}
        value={end}
        options={(['never', 'date', 'count'] as const).map((value) => ({
          value,
          label: t(`form.${value}`),
        }))}
        onChange={(next) => onChange({ end: next })}
      />
      {end === 'date' ? (
        <TextField
          label={t('form.endDate')}
          type="date"
          min={form.startDate}
          value={form.endDate}
          onChange={(endDate) => onChange({ endDate })}
        />
      ) : null}
      {end === 'count' ? (
        <NumberField
          label={t('form.times')}
          value={form.count}
          most={1000}
          onChange={(count) => onChange({ count })}
        />
      ) : null}
    </div>
  );
}

/** A whole number from 1. */
export function NumberField({
  label,
  unit,
  value,
  most,
  onChange,
}: {
  label: string;
  unit?: string;
  value: number;
  most: number;
  onChange: (value: number) => void;
}) {
  return (
    <TextField
      label={label}
      unit={unit}
      type="number"
      min={1}
      max={most}
      value={String(value)}
      onChange={(text) => {
        const next = Math.round(Number(text));
        if (next >= 1 && next <= most) onChange(next);
      }}
    />
  );
}
