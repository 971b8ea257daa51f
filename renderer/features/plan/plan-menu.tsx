import { IconDots, IconFlag } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { canZoom, zooms } from './plan-zoom.ts';
import type { Plan } from './use-plan.ts';

/** What else the plan can do, beside what stands in its head. */
export function PlanMenu({ plan, onCampaigns }: { plan: Plan; onCampaigns: () => void }) {
  const { t } = useTranslation(['plan', 'campaigns']);
  const zooming: MenuItem[] = [
    { label: t('zoom.in'), disabled: plan.zoom === zooms.at(-1), run: () => plan.zoomBy(1) },
    { label: t('zoom.out'), disabled: plan.zoom === zooms[0], run: () => plan.zoomBy(-1) },
  ];
  const items: MenuItem[] = [
    { label: t('campaigns:open'), icon: <IconFlag />, run: onCampaigns },
    ...(canZoom(plan.view) ? (['line', ...zooming] as const) : []),
  ];
  return <Menu target={<IconButton label={t('planMenu')} icon={<IconDots />} />} items={items} />;
}
