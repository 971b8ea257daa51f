import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportProvider } from '../features/studio/import/import-provider.tsx';
import { useImports } from '../features/studio/import/imports-context.ts';
import { isWantedInFolder } from '../features/studio/import/wanted-files.ts';
import { FileDrop } from '../ui/file-drop.tsx';

/** Photos dropped anywhere come into the library; those named by a SKU go to their product. */
export function WindowDrop({ children }: { children: ReactNode }) {
  return (
    <ImportProvider>
      <DropArea>{children}</DropArea>
    </ImportProvider>
  );
}

function DropArea({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell');
  const { bring } = useImports();
  return (
    <FileDrop label={t('drop.here')} keepInFolders={isWantedInFolder} onFiles={bring}>
      {children}
    </FileDrop>
  );
}
