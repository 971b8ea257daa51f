import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AutomationSettings } from '../../../shared/contract/automation.ts';
import { addDays } from '../../../shared/rules/calendar-grid.ts';
import { instantToWall, settleWallTime } from '../../../shared/rules/zoned-time.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useNow } from '../../link/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TimeField } from '../../ui/time-field.tsx';
import { AnswerWay, type Way } from './answer-way.tsx';
import { hasText, tidyTexts } from './rule-draft.ts';
import { TextsField } from './texts-field.tsx';

type Away = AutomationSettings['away'];
type Props = {
  away: Away;
  zone: string;
  onSave: (change: { away: Away | null }) => void;
};

/** From one day and hour to another nobody is there; it ends by itself. */
export function AwayPeriod({ away, zone, onSave }: Props) {
  const { t } = useTranslation('rules');
  const formats = useFormats();
  const now = useNow();
  if (!away || away.to <= now) return <AwayForm zone={zone} onSave={onSave} />;
  const isNow = away.from <= now;
  return (
    <div className="rules-form">
      <p>
        {t(isNow ? 'period.isOn' : 'period.isPlanned', {
          from: formats.dateTime(away.from),
          to: formats.dateTime(away.to),
        })}
      </p>
      {Object.entries(away.texts).map(([language, text]) => (
        <p key={language} lang={language} className="rules-said small">
          {text}
        </p>
      ))}
      <div>
        <Button onClick={() => onSave({ away: null })}>
          {t(isNow ? 'period.end' : 'period.drop')}
        </Button>
      </div>
    </div>
  );
}

function AwayForm({ zone, onSave }: Omit<Props, 'away'>) {
  const { t } = useTranslation('rules');
  const now = useNow();
  const [today = ''] = instantToWall(Date.parse(now), zone).split('T');
  const [from, setFrom] = useState({ date: today, time: '00:00' });
  const [to, setTo] = useState({ date: addDays(today, 7), time: '09:00' });
  const [texts, setTexts] = useState({ fr: t('period.startFr'), en: t('period.startEn') });
  const [way, setWay] = useState<Way>('public');
  const at = ({ date, time }: Moment) => {
    const found = settleWallTime(`${date}T${time}`, zone);
    return found && new Date(found.at).toISOString();
  };
  const [start, end] = [at(from), at(to)];
  const isWhole = start !== undefined && end !== undefined && end > start && end > now;
  return (
    <div className="rules-form">
      <p className="small muted">{t('period.hint')}</p>
      <div className="rules-pair">
        <MomentFields label={t('period.from')} moment={from} onChange={setFrom} />
        <MomentFields label={t('period.to')} moment={to} onChange={setTo} />
      </div>
      <AnswerWay way={way} onChange={setWay} />
      <TextsField
        label={t('period.text')}
        texts={texts}
        onChange={(next) => setTexts({ ...texts, ...next })}
      />
      <div className="rules-foot">
        <Button
          kind="primary"
          disabled={!isWhole || !hasText(texts)}
          onClick={() =>
            isWhole && onSave({ away: { from: start, to: end, way, texts: tidyTexts(texts) } })
          }
        >
          {t('period.save')}
        </Button>
        {isWhole ? null : <span className="small muted">{t('period.wrong')}</span>}
      </div>
    </div>
  );
}

type Moment = { date: string; time: string };

function MomentFields({
  label,
  moment,
  onChange,
}: {
  label: string;
  moment: Moment;
  onChange: (moment: Moment) => void;
}) {
  const { t } = useTranslation('rules');
  return (
    <div className="rules-pair">
      <TextField
        label={label}
        type="date"
        value={moment.date}
        onChange={(date) => onChange({ ...moment, date })}
      />
      <TimeField
        label={t('period.time', { label })}
        value={moment.time}
        onChange={(time) => onChange({ ...moment, time })}
      />
    </div>
  );
}
