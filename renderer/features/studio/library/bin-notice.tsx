import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import type { Library } from './use-library.ts';
import type { LibraryDeeds } from './use-library-deeds.ts';

/** Above the bin: how long things stay, and the way to empty it. */
export function BinNotice({ library, deeds }: { library: Library; deeds: LibraryDeeds }) {
  const { t } = useTranslation('library');
  const [isAsking, setAsking] = useState(false);
  if (!library.filters.binned) return null;
  const { total, query } = library;
  const empty = () => {
    setAsking(false);
    void deeds.erase({ query });
  };
  return (
    <div className="lib-bin small">
      <span className="grow">{t('bin.text')}</span>
      {total > 0 ? <TextButton onClick={() => setAsking(true)}>{t('bin.empty')}</TextButton> : null}
      <TextButton onClick={() => library.change({ binned: undefined })}>
        {t('bin.leave')}
      </TextButton>
      <Dialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('bin.sure', { count: total })}
        footer={
          <>
            <Button size="lg" onClick={() => setAsking(false)}>
              {t('cancel')}
            </Button>
            <Button size="lg" kind="danger" onClick={empty}>
              {t('bin.empty')}
            </Button>
          </>
        }
      >
        <p>{t('bin.sureText')}</p>
      </Dialog>
    </div>
  );
}
