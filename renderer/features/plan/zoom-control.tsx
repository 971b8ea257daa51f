import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';
import { canZoom, zooms } from './plan-zoom.ts';
import type { Plan } from './use-plan.ts';

/** Nearer and farther; also Ctrl with the wheel, and the keys + and −. */
export function ZoomControl({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plan');
  if (!canZoom(plan.view)) return null;
  return (
    <div className="plan-zoom" role="group" aria-label={t('zoom.label')}>
      <IconButton
        label={t('zoom.out')}
        icon={<IconZoomOut />}
        disabled={plan.zoom === zooms[0]}
        onClick={() => plan.zoomBy(-1)}
      />
      <IconButton
        label={t('zoom.in')}
        icon={<IconZoomIn />}
        disabled={plan.zoom === zooms.at(-1)}
        onClick={() => plan.zoomBy(1)}
      />
    </div>
  );
}
