import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../link/link-provider.tsx';
import { bringFile } from '../../../link/upload.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { useToast } from '../../../ui/toast.tsx';
import { addedIds, createImportRun, sumUp, type ImportLine, type ImportRun } from './import-run.ts';
import { ImportTray } from './import-tray.tsx';
import { ImportContext, type Imports } from './imports-context.ts';
import { useUndoImport } from './use-undo-import.ts';
import { useWatchNotice } from './use-watch-notice.ts';

/** Files on their way outlive the screen on which they were dropped. */
export function ImportProvider({ children }: { children: ReactNode }) {
  const [attached, setAttached] = useState(0);
  const tell = useTell(setAttached);
  const { client } = useStudio();
  const problem = useProblem();
  const [run] = useState(() =>
    createImportRun({
      bring: (file, signal) => bringFile(client, file, signal),
      problem,
      onDone: (...done) => void tell(...done),
    }),
  );
  const lines = useSyncExternalStore(run.onChange, run.lines);
  useWatchNotice();
  const imports: Imports = {
    bring: (files) => files.length > 0 && run.add(files),
    run,
    lines,
    attached,
    close() {
      setAttached(0);
      run.clear();
    },
  };
  return (
    <ImportContext value={imports}>
      {children}
      {lines.length > 0 ? <ImportTray imports={imports} /> : null}
    </ImportContext>
  );
}

/** Photos named by a code go to their product. Where there is nothing to decide, one line says what came
 *  in and the tray goes. */
function useTell(onAttached: (add: (count: number) => number) => void) {
  const { t } = useTranslation('import');
  const { client } = useStudio();
  const toast = useToast();
  const undoImport = useUndoImport();
  return async (
    run: ImportRun,
    lines: readonly ImportLine[],
    arrived: readonly { name: string; assetId: string }[],
  ): Promise<void> => {
    const photos = [...arrived];
    const found =
      photos.length > 0
        ? await client.catalogue.attachByName({ photos }).catch(() => undefined)
        : undefined;
    const attached = found?.attached.length ?? 0;
    onAttached((count) => count + attached);
    const all = run.lines();
    const { refused, alike, stopped, already, added, through, total } = sumUp(all);
    if (refused + alike + stopped > 0 || through < total || arrived.length === 0) return;
    run.clear();
    const sentences = [
      added > attached ? t('sum.added', { count: added - attached }) : '',
      attached > 0 ? t('sum.attached', { count: attached }) : '',
      already > 0 ? t('sum.already', { count: already }) : '',
    ];
    const fresh = addedIds(lines);
    toast({
      text: sentences.filter(Boolean).join(' '),
      ...(fresh.length > 0 && { undo: () => void undoImport(fresh) }),
    });
  };
}
