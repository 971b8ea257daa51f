import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { pastedFiles } from './pasted-files.ts';

/** Takes pictures and files of the clipboard, wherever on the screen the focus is. */
export function usePaste(onFiles: (files: readonly File[]) => void): void {
  const { t } = useTranslation('import');
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const listen = (event: ClipboardEvent) => {
      if (event.defaultPrevented || !event.clipboardData) return;
      const files = pastedFiles(event.clipboardData, (index) => t('pasted', { number: index + 1 }));
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    window.addEventListener('paste', listen);
    return () => window.removeEventListener('paste', listen);
  }, [t]);
}
