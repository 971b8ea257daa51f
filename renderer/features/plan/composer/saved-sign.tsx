import { IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaveState } from '../../../link/create-autosave.ts';

/** “Saved” for two seconds after each save; there is nothing to press. */
export function SavedSign({ state }: { state: SaveState }) {
  const { t } = useTranslation('composer');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (state !== 'saved') return;
    setShown(true);
    const timer = setTimeout(() => setShown(false), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <span className="composer-saved" role="status">
      {shown ? (
        <>
          <IconCheck aria-hidden /> {t('saved')}
        </>
      ) : null}
    </span>
  );
}
