import { IconDownload, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Catalogue } from './use-catalogue.ts';

/** Nothing found, or nothing there yet: says which, and how to go on. */
export function CatalogueEmpty({
  catalogue,
  onNew,
  onImport,
}: {
  catalogue: Catalogue;
  onNew: () => void;
  onImport: () => void;
}) {
  const { t } = useTranslation('catalogue');
  if (catalogue.text || catalogue.filter !== 'all')
    return (
      <EmptyState
        title={t('empty.noneFound')}
        action={
          <Button
            onClick={() => {
              catalogue.setText('');
              catalogue.setFilter('all');
            }}
          >
            {t('empty.showAll')}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      title={t('empty.title')}
      text={t('empty.text')}
      action={
        <Button kind="primary" size="lg" icon={<IconDownload aria-hidden />} onClick={onImport}>
          {t('empty.import')}
        </Button>
      }
      more={
        <Button size="lg" icon={<IconPlus aria-hidden />} onClick={onNew}>
          {t('new.open')}
        </Button>
      }
    />
  );
}
