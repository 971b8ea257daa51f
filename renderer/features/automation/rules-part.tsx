import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule, RuleContent } from '../../../shared/contract/automation.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useToast } from '../../ui/toast.tsx';
import { CountField } from './count-field.tsx';
import { blankRule } from './rule-draft.ts';
import { RuleLine } from './rule-line.tsx';
import { RuleSheet } from './rule-sheet.tsx';
import { TrialDialog } from './trial-dialog.tsx';
import { useAutomationSettings } from './use-automation-settings.ts';

type Open = { edited?: Rule | undefined; start: RuleContent };

/** Rules in their order, with what holds for all of them. */
export function RulesPart() {
  const { t } = useTranslation('rules');
  const api = useApi();
  const rules = useQuery(api.automation.rules.queryOptions({ input: {} })).data?.items;
  const [open, setOpen] = useState<Open>();
  const [tried, setTried] = useState<string>();
  const trying = rules?.find(({ id }) => id === tried);
  if (!rules) return <SkeletonRows />;
  return (
    <div className="rules-form">
      {rules.length > 0 ? (
        <RuleList
          rules={rules}
          onEdit={(edited) => setOpen({ edited, start: edited })}
          onTry={({ id }) => setTried(id)}
        />
      ) : (
        <Beginnings onStart={(start) => setOpen({ start })} />
      )}
      <div className="rules-foot">
        <Button
          kind={rules.length === 0 ? 'plain' : 'primary'}
          icon={<IconPlus aria-hidden />}
          onClick={() => setOpen({ start: blankRule })}
        >
          {t('rule.write')}
        </Button>
      </div>
      <ForAll />
      {open ? (
        <RuleSheet
          rule={open.edited}
          start={open.start}
          onClose={() => setOpen(undefined)}
          onSaved={({ id }) => {
            setOpen(undefined);
            setTried(id);
          }}
        />
      ) : null}
      {trying ? <TrialDialog rule={trying} onClose={() => setTried(undefined)} /> : null}
    </div>
  );
}

function RuleList({
  rules,
  onEdit,
  onTry,
}: {
  rules: readonly Rule[];
  onEdit: (rule: Rule) => void;
  onTry: (rule: Rule) => void;
}) {
  const { t } = useTranslation('rules');
  const api = useApi();
  const toast = useToast();
  const order = useChange(api.automation.orderRules.mutationOptions());
  const turn = useChange(api.automation.switchRule.mutationOptions());
  const restore = useChange(api.automation.restoreRule.mutationOptions());
  const remove = useChange(api.automation.removeRule.mutationOptions());
  const swap = (at: number, by: number) => {
    const ids = rules.map(({ id }) => id);
    const [one, other] = [ids[at], ids[at + by]];
    if (one === undefined || other === undefined) return undefined;
    return () => order.mutate({ ruleIds: ids.with(at, other).with(at + by, one) });
  };
  return (
    <ol className="rules-list">
      {rules.map((rule, index) => (
        <RuleLine
          key={rule.id}
          rule={rule}
          acts={{
            onSwitch: (enabled) => {
              if (enabled && !rule.tried) onTry(rule);
              else turn.mutate({ ruleId: rule.id, enabled });
            },
            onEdit: () => onEdit(rule),
            onTry: () => onTry(rule),
            onRemove: () =>
              remove.mutate(
                { ruleId: rule.id },
                {
                  onSuccess: () =>
                    toast({
                      text: t('rule.removed', { name: rule.name }),
                      undo: () => restore.mutate({ ruleId: rule.id }),
                    }),
                },
              ),
            onMove: { up: swap(index, -1), down: swap(index, 1) },
          }}
        />
      ))}
    </ol>
  );
}

/** Rules to begin with, each changed before it is kept. */
function Beginnings({ onStart }: { onStart: (start: RuleContent) => void }) {
  const { t } = useTranslation('rules');
  const starts: RuleContent[] = [
    {
      ...blankRule,
      name: t('start.price'),
      when: { intents: ['price'] },
      deeds: [{ kind: 'suggest', texts: { fr: t('start.priceFr'), en: t('start.priceEn') } }],
    },
    {
      ...blankRule,
      name: t('start.order'),
      when: { intents: ['order'] },
      deeds: [{ kind: 'order' }, { kind: 'notify' }],
    },
    {
      ...blankRule,
      name: t('start.spam'),
      when: { intents: ['spam'] },
      deeds: [{ kind: 'spam' }],
    },
  ];
  return (
    <div className="rules-form">
      <p>{t('start.lead')}</p>
      <ul className="rules-list">
        {starts.map((start) => (
          <li key={start.name}>
            <div className="rules-line">
              <span className="grow">{start.name}</span>
              <Button onClick={() => onStart(start)}>{t('start.use')}</Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ForAll() {
  const { t } = useTranslation('rules');
  const { settings, save } = useAutomationSettings();
  if (!settings) return null;
  return (
    <section className="rules-group">
      <h3>{t('all.title')}</h3>
      <div className="rules-line">
        <Segments
          label={t('all.mode')}
          value={settings.mode}
          options={[
            { value: 'first', label: t('all.first') },
            { value: 'all', label: t('all.all') },
          ]}
          onChange={(mode) => save({ mode })}
        />
      </div>
      <p className="small muted">
        {t(settings.mode === 'first' ? 'all.firstHint' : 'all.allHint')}
      </p>
      <CountField
        label={t('all.perHour')}
        hint={t('all.perHourHint')}
        most={1000}
        value={settings.perHour}
        onChange={(perHour) => save({ perHour })}
      />
    </section>
  );
}
