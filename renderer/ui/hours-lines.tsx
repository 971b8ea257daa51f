import './hours-lines.css';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { TextField } from './text-field.tsx';

export type HoursLine = { days: string; times: string };

/** Opening hours as they stand on a door, a line for days that are alike; `hint` below them. */
export function HoursLines({
  label,
  labelShown = false,
  lines,
  most,
  maxLetters,
  hint,
  onChange,
}: {
  label: string;
  labelShown?: boolean;
  lines: readonly HoursLine[];
  most: number;
  maxLetters: number;
  hint?: string;
  onChange: (lines: HoursLine[]) => void;
}) {
  const { t } = useTranslation('ui');
  const shown = lines.length > 0 ? lines : [{ days: '', times: '' }];
  const setLine = (at: number, change: Partial<HoursLine>) =>
    onChange(shown.map((line, index) => (index === at ? { ...line, ...change } : line)));
  return (
    <div className="hours-lines" role="group" aria-label={label}>
      {labelShown ? <span className="field-label">{label}</span> : null}
      {shown.map(({ days, times }, index) => (
        // A line has no name of its own: its place is who it is.
        <div key={index} className="hours-line">
          <TextField
            label={t('hours.days')}
            labelHidden={index > 0}
            placeholder={t('hours.daysHint')}
            value={days}
            maxLength={maxLetters}
            onChange={(next) => setLine(index, { days: next })}
          />
          <TextField
            label={t('hours.times')}
            labelHidden={index > 0}
            placeholder={t('hours.timesHint')}
            value={times}
            maxLength={maxLetters}
            onChange={(next) => setLine(index, { times: next })}
          />
          <IconButton
            label={t('hours.removeLine', { number: index + 1 })}
            icon={<IconTrash />}
            disabled={lines.length === 0 || (lines.length === 1 && days === '' && times === '')}
            onClick={() => onChange(shown.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <span className="hours-lines-foot">
        <Button
          kind="quiet"
          icon={<IconPlus aria-hidden />}
          disabled={shown.length >= most}
          onClick={() => onChange([...shown, { days: '', times: '' }])}
        >
          {t('hours.addLine')}
        </Button>
        {hint ? <span className="small muted">{hint}</span> : null}
      </span>
    </div>
  );
}
