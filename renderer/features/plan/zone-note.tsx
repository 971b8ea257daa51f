import { IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { placeInstant } from '../../../shared/rules/zoned-time.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { useNow } from '../../link/use-now.ts';
import { zoneCity, zoneDiffers } from './zone-differs.ts';

/** Says whose clocks the calendar shows, where this computer's show another time. */
export function ZoneNote() {
  const { t } = useTranslation('plan');
  const { zone, time } = useFormats();
  const at = useNow();
  const now = Date.parse(at);
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zoneDiffers(zone, own, now)) return null;
  const city = zoneCity(zone);
  const { offset } = placeInstant(now, zone);
  return (
    <span className="zone-note small" title={t('zone.long', { city, time: time(at), offset })}>
      <IconWorld aria-hidden />
      <span className="cut">{t('zone.short', { city, offset: offset.replace('-', '−') })}</span>
    </span>
  );
}
