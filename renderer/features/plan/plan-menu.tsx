import {
  IconDots,
  IconFileTypePdf,
  IconFlag,
  IconRepeat,
  IconTableExport,
  IconTableImport,
  IconTags,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { canZoom, zooms } from './plan-zoom.ts';
import { useSaveMonth } from './paper/use-save-month.ts';
import { RhythmDialog } from './repeats/rhythm-dialog.tsx';
import { useComposerAddress, type Plan } from './use-plan.ts';

/** What else the plan can do, beside what stands in its head. */
export function PlanMenu({ plan, onCampaigns }: { plan: Plan; onCampaigns: () => void }) {
  const { t } = useTranslation(['plan', 'series', 'campaigns', 'repeats', 'bulk', 'paper']);
  const navigate = useNavigate();
  const openBulk = (bulk: string) => void navigate({ to: '/plan', search: { bulk } });
  const address = useComposerAddress();
  const saveMonth = useSaveMonth();
  const [rhythm, setRhythm] = useState(false);
  const zooming: MenuItem[] = [
    { label: t('zoom.in'), disabled: plan.zoom === zooms.at(-1), run: () => plan.zoomBy(1) },
    { label: t('zoom.out'), disabled: plan.zoom === zooms[0], run: () => plan.zoomBy(-1) },
  ];
  const items: MenuItem[] = [
    {
      label: t('series:open'),
      icon: <IconTags />,
      run: () => void navigate({ to: '/plan/from-products' }),
    },
    { label: t('campaigns:open'), icon: <IconFlag />, run: onCampaigns },
    { label: t('repeats:open'), icon: <IconRepeat />, run: () => setRhythm(true) },
    { label: t('bulk:ui.import'), icon: <IconTableImport />, run: () => openBulk('import') },
    { label: t('bulk:ui.export'), icon: <IconTableExport />, run: () => openBulk('export') },
    {
      label: t('paper:save'),
      icon: <IconFileTypePdf />,
      run: () => saveMonth(plan.date, plan.wish),
    },
    ...(canZoom(plan.view) ? (['line', ...zooming] as const) : []),
  ];
  return (
    <>
      <Menu target={<IconButton label={t('planMenu')} icon={<IconDots />} />} items={items} />
      {rhythm ? <RhythmDialog onOpen={address.open} onClose={() => setRhythm(false)} /> : null}
    </>
  );
}
