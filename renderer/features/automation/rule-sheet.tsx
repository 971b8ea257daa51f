import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule, RuleContent } from '../../../shared/contract/automation.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CountField } from './count-field.tsx';
import { RuleDeeds } from './rule-deeds.tsx';
import { lackOf, tidyRule } from './rule-draft.ts';
import { RuleWhenFields } from './rule-when.tsx';

/** A rule that is written or changed; it goes on to being tried. */
export function RuleSheet({
  rule,
  start,
  onClose,
  onSaved,
}: {
  /** The one that is changed; absent for a new one. */
  rule?: Rule | undefined;
  start: RuleContent;
  onClose: () => void;
  onSaved: (rule: Rule) => void;
}) {
  const { t } = useTranslation('rules');
  const api = useApi();
  const [draft, setDraft] = useState(start);
  const save = useChange(api.automation.saveRule.mutationOptions({ onSuccess: onSaved }));
  const lack = lackOf(draft);
  const change = (patch: Partial<RuleContent>) => setDraft({ ...draft, ...patch });
  const submit = () => save.mutate({ ...tidyRule(draft), ...(rule && { ruleId: rule.id }) });
  return (
    <Sheet
      title={rule ? rule.name : t('rule.new')}
      widthPx={560}
      onClose={onClose}
      footer={
        <>
          <span className="small muted grow">{lack ? t(`lack.${lack}`) : t('rule.thenTry')}</span>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            kind="primary"
            busy={save.isPending}
            disabled={lack !== undefined}
            onClick={submit}
          >
            {t('rule.saveAndTry')}
          </Button>
        </>
      }
    >
      <RuleFields draft={draft} onChange={change} />
    </Sheet>
  );
}

function RuleFields({
  draft,
  onChange,
}: {
  draft: RuleContent;
  onChange: (patch: Partial<RuleContent>) => void;
}) {
  const { t } = useTranslation('rules');
  return (
    <div className="rules-form">
      <TextField
        label={t('rule.name')}
        maxLength={80}
        value={draft.name}
        onChange={(name) => onChange({ name })}
      />
      <section className="rules-group">
        <h3>{t('rule.when')}</h3>
        <RuleWhenFields when={draft.when} onChange={(when) => onChange({ when })} />
      </section>
      <section className="rules-group">
        <h3>{t('rule.then')}</h3>
        <RuleDeeds deeds={draft.deeds} onChange={(deeds) => onChange({ deeds })} />
      </section>
      <section className="rules-group">
        <CountField
          label={t('rule.perHour')}
          hint={t('rule.perHourHint')}
          most={1000}
          value={draft.perHour}
          onChange={(perHour) => onChange({ perHour })}
        />
      </section>
    </div>
  );
}
