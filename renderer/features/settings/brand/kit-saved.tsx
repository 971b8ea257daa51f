import { IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KitDeeds } from './use-kit-deeds.ts';

const shownMs = 2000;

/** “Saved” for two seconds after each save; there is nothing to press. */
export function KitSaved({ deeds: { saved, isSaving } }: { deeds: KitDeeds }) {
  const { t } = useTranslation('brand');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (saved === 0) return undefined;
    setShown(true);
    const timer = setTimeout(() => setShown(false), shownMs);
    return () => clearTimeout(timer);
  }, [saved]);
  return (
    <span className="brand-saved small" role="status" data-saving={isSaving || undefined}>
      {shown && !isSaving ? (
        <>
          <IconCheck aria-hidden /> {t('saved')}
        </>
      ) : null}
    </span>
  );
}
