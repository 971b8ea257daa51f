import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import type { LibraryDeeds } from './use-library-deeds.ts';

/** What would miss what is being deleted, before it is. */
export function UsedDialog({ deeds }: { deeds: LibraryDeeds }) {
  const { t } = useTranslation('library');
  const { used, forgetUsed, binUsed } = deeds;
  if (!used) return null;
  return (
    <Dialog
      opened
      onClose={forgetUsed}
      title={t('stillUsed.title', { count: used.count })}
      footer={
        <>
          <Button size="lg" kind="danger" onClick={binUsed}>
            {t('stillUsed.even')}
          </Button>
          <span className="grow" />
          <Button size="lg" kind="primary" onClick={forgetUsed}>
            {t('stillUsed.keep')}
          </Button>
        </>
      }
    >
      <p>{t('stillUsed.text')}</p>
      <ul className="lib-still">
        {used.names.map(({ assetId, name, thumbUrl, usedIn }) => (
          <li key={assetId}>
            <Thumbnail url={thumbUrl} widthPx={36} />
            <span className="lib-use-words">
              <span className="cut">{name}</span>
              <span className="cut small muted">
                {usedIn
                  .map(({ kind, title }) => [t(`used.${kind}`), title].filter(Boolean).join(' : '))
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
