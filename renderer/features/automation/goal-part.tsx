import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../link/link-provider.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useAutomationSettings } from './use-automation-settings.ts';

const choices = [15, 30, 60, 120, 240, 480, 1440];

/** How long a customer waits at most, and who waits longer now. */
export function GoalPart() {
  const { t } = useTranslation('rules');
  const api = useApi();
  const { settings, save } = useAutomationSettings();
  const late = useQuery(api.automation.overdue.queryOptions({ input: {} })).data;
  if (!settings) return <SkeletonRows />;
  const { goal } = settings;
  const change = (patch: Partial<typeof goal>) => save({ goal: { ...goal, ...patch } });
  const minutes = [...new Set([...choices, goal.minutes])].sort((one, other) => one - other);
  return (
    <div className="rules-form">
      <div>
        <Switch
          label={t(goal.on ? 'goal.on' : 'goal.off')}
          checked={goal.on}
          onChange={(on) => change({ on })}
        />
      </div>
      <div className="rules-pair">
        <SelectField
          label={t('goal.within')}
          value={String(goal.minutes)}
          options={minutes.map((one) => ({
            value: String(one),
            label:
              one % 60 === 0
                ? t('goal.hours', { count: one / 60 })
                : t('goal.minutes', { count: one }),
          }))}
          onChange={(value) => change({ minutes: Number(value) })}
        />
      </div>
      <CheckBox
        label={t('goal.openOnly')}
        checked={goal.openOnly}
        onChange={(openOnly) => change({ openOnly })}
      />
      {goal.on && late ? (
        <p role="status">
          {t(late.threads === 0 ? 'goal.nobody' : 'goal.late', { count: late.threads })}
        </p>
      ) : null}
    </div>
  );
}
