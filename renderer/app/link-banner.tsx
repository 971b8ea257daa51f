import './link-banner.css';
import { IconPlugOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLinkState } from '../link/link-provider.tsx';
import { Button } from '../ui/button.tsx';
import { useDelayed } from '../ui/use-delayed.ts';

/** Says that this window does not reach the studio; not for the shop's own line. */
export function LinkBanner() {
  const { t } = useTranslation('shell');
  const lost = useLinkState() === 'lost';
  // A change of language or a quick restart is back before anybody has to read this.
  const shown = useDelayed(lost, 1200);
  if (!shown) return null;
  return (
    <div className="link-banner" role="alert">
      <IconPlugOff aria-hidden />
      <span>
        <b>{t('link.lost')}</b> {t('link.what')}
      </span>
      <Button onClick={() => window.location.reload()}>{t('link.reload')}</Button>
    </div>
  );
}
