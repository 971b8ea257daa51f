import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AutomationSettings } from '../../../shared/contract/automation.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { AnswerWay, type Way } from './answer-way.tsx';
import { hasText, tidyTexts } from './rule-draft.ts';
import { TextsField } from './texts-field.tsx';

type Closed = AutomationSettings['closed'];

/** The answer outside opening hours, once a person each time the shop is shut. */
export function ClosedAnswer({
  closed,
  isPossible,
  onSave,
}: {
  closed: Closed;
  /** Without hours nobody knows when the shop is shut. */
  isPossible: boolean;
  onSave: (change: { closed: NonNullable<Closed> }) => void;
}) {
  const { t } = useTranslation('rules');
  const [texts, setTexts] = useState(
    closed?.texts ?? { fr: t('closed.startFr'), en: t('closed.startEn') },
  );
  const [way, setWay] = useState<Way>(closed?.way ?? 'public');
  const isOn = closed?.on ?? false;
  const saved = closed ?? { texts: {}, way: 'public' as const };
  const isChanged = JSON.stringify([texts, way]) !== JSON.stringify([saved.texts, saved.way]);
  const put = (on: boolean) => onSave({ closed: { on, texts: tidyTexts(texts), way } });
  if (!isPossible) return <p className="muted">{t('closed.needsHours')}</p>;
  return (
    <div className="rules-form">
      <p className="small muted">{t('closed.hint')}</p>
      <AnswerWay way={way} onChange={setWay} />
      <TextsField label={t('closed.text')} texts={texts} onChange={setTexts} />
      <div className="rules-foot">
        <Switch
          label={t(isOn ? 'closed.on' : 'closed.off')}
          checked={isOn}
          onChange={(on) => {
            if (!on || hasText(texts)) put(on);
          }}
        />
        {isOn && isChanged ? (
          <Button disabled={!hasText(texts)} onClick={() => put(true)}>
            {t('save')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
