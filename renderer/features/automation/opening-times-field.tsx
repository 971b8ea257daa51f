import { IconCopy, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';
import { TimeField } from '../../ui/time-field.tsx';
import { dayNames } from './day-names.ts';
import { addSpan, copySpans, spansOf, type OpeningSpan } from './opening-spans.ts';

type Props = { spans: readonly OpeningSpan[]; onChange: (spans: OpeningSpan[]) => void };

/** When the shop is open, day by day; a day without hours is a day off. */
export function OpeningTimesField({ spans, onChange }: Props) {
  const { t, i18n } = useTranslation('rules');
  return (
    <fieldset>
      <legend className="field-label">{t('hours.title')}</legend>
      <div className="rules-hours">
        {dayNames(i18n.language, 'long').map((day, index) => (
          <Day key={day} day={day} weekday={index + 1} spans={spans} onChange={onChange} />
        ))}
      </div>
    </fieldset>
  );
}

function Day({ day, weekday, spans, onChange }: Props & { day: string; weekday: number }) {
  const { t } = useTranslation('rules');
  const own = spansOf(spans, weekday);
  const replace = (before: OpeningSpan, patch: Partial<OpeningSpan> | undefined) =>
    onChange(
      spans.flatMap((span) => {
        if (span !== before) return [span];
        return patch ? [{ ...span, ...patch }] : [];
      }),
    );
  return (
    <div className="rules-day" role="group" aria-label={day}>
      <span className="rules-day-name">{day}</span>
      <div className="rules-spans">
        {own.length === 0 ? <span className="muted">{t('hours.shut')}</span> : null}
        {own.map((span, index) => (
          <span key={index} className="rules-span">
            <TimeField
              label={t('hours.opens', { day })}
              labelHidden
              value={span.opens}
              onChange={(opens) => replace(span, { opens })}
            />
            <span aria-hidden="true">–</span>
            <TimeField
              label={t('hours.closes', { day })}
              labelHidden
              value={span.closes}
              onChange={(closes) => replace(span, { closes })}
            />
            <IconButton
              label={t('hours.remove', { day, from: span.opens, to: span.closes })}
              icon={<IconX />}
              onClick={() => replace(span, undefined)}
            />
          </span>
        ))}
        {own.length < 3 ? (
          <IconButton
            label={t('hours.add', { day })}
            icon={<IconPlus />}
            onClick={() => onChange(addSpan(spans, weekday))}
          />
        ) : null}
        {own.length > 0 && weekday < 7 ? (
          <IconButton
            label={t('hours.copy', { day })}
            icon={<IconCopy />}
            onClick={() => onChange(copySpans(spans, weekday))}
          />
        ) : null}
      </div>
    </div>
  );
}
