import { IconChevronLeft, IconChevronRight, IconHelpCircle, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../link/formats-context.tsx';
import { useApi } from '../../link/link-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { ApprovalsChip } from './approvals/approvals-chip.tsx';
import { PlanFilters } from './plan-filters.tsx';
import { PlanMenu } from './plan-menu.tsx';
import { planTitle, stepDate } from './plan-view.ts';
import type { Plan } from './use-plan.ts';
import { ZoneNote } from './zone-note.tsx';
import { ZoomControl } from './zoom-control.tsx';

type HeadProps = { plan: Plan; onNew: () => void; onCampaigns: () => void };

/** Which time is shown, how, and of which account; the way to a new post. */
export function PlanHead({
  plan,
  narrow,
  ...rest
}: HeadProps & {
  /** Beside the open sheet: only the month and its arrows. */
  narrow: boolean;
}) {
  const { t } = useTranslation('plan');
  const { locale } = useFormats();
  const title = planTitle(plan.view, plan.date, locale, narrow);
  return (
    <header className="plan-head">
      <h1>{plan.view === 'grid' ? t('view.grid') : title}</h1>
      {plan.view === 'grid' ? null : <Arrows plan={plan} narrow={narrow} />}
      {narrow ? null : <HeadTools plan={plan} {...rest} />}
    </header>
  );
}

/** To the time before and after, and back to today. */
function Arrows({ plan, narrow }: { plan: Plan; narrow: boolean }) {
  const { t } = useTranslation('plan');
  return (
    <div className="plan-arrows">
      <IconButton
        label={t(`back.${plan.view}`)}
        icon={<IconChevronLeft />}
        onClick={() => plan.setDate(stepDate(plan.view, plan.date, -1))}
      />
      {narrow ? null : <Button onClick={() => plan.setDate(plan.today)}>{t('today')}</Button>}
      <IconButton
        label={t(`on.${plan.view}`)}
        icon={<IconChevronRight />}
        onClick={() => plan.setDate(stepDate(plan.view, plan.date, 1))}
      />
    </div>
  );
}

function HeadTools({ plan, onNew, onCampaigns }: HeadProps) {
  const { t } = useTranslation('plan');
  const api = useApi();
  const counters = useQuery(api.app.counters.queryOptions());
  const asks = counters.data?.plan ?? 0;
  const { filter } = plan;
  const views = (['month', 'week', 'day', 'list', 'grid'] as const).map((value) => ({
    value,
    label: t(`view.${value}`),
  }));
  return (
    <>
      <Segments label={t('view.label')} value={plan.view} options={views} onChange={plan.setView} />
      <ZoomControl plan={plan} />
      <ZoneNote />
      <span className="grow" />
      {asks > 0 || filter.asks ? (
        <Chip
          tone="sun"
          icon={<IconHelpCircle aria-hidden />}
          pressed={filter.asks}
          onClick={() => filter.setAsks(!filter.asks)}
        >
          {t('asks', { count: asks })}
        </Chip>
      ) : null}
      <ApprovalsChip />
      <PlanFilters filter={filter} />
      <PlanMenu plan={plan} onCampaigns={onCampaigns} />
      <Button kind="primary" icon={<IconPlus aria-hidden />} onClick={onNew}>
        {t('new')}
      </Button>
    </>
  );
}
