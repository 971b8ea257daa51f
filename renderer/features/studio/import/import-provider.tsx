import { useState, useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../link/link-provider.tsx';
import type { StudioClient } from '../../../link/studio-api.ts';
import { bringFile } from '../../../link/upload.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { useToast } from '../../../ui/toast.tsx';
import { addedIds, createImportRun, sumUp, type ImportRun } from './import-run.ts';
import { ImportTray } from './import-tray.tsx';
import { ImportContext, type Imports } from './imports-context.ts';
import { useUndoImport } from './use-undo-import.ts';
import { useWatchNotice } from './use-watch-notice.ts';

/** Files on their way outlive the screen on which they were dropped. */
export function ImportProvider({ children }: { children: ReactNode }) {
  const [attached, setAttached] = useState<ReadonlySet<string>>(new Set());
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
      setAttached(new Set());
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
function useTell(setAttached: (change: (ids: ReadonlySet<string>) => ReadonlySet<string>) => void) {
  const { t } = useTranslation('import');
  const { client } = useStudio();
  const toast = useToast();
  const undoImport = useUndoImport();
  return async (
    run: ImportRun,
    arrived: readonly { name: string; assetId: string }[],
  ): Promise<void> => {
    const attached = await attachByCode(client, arrived);
    setAttached((before) => new Set([...before, ...attached]));
    const { refused, alike, stopped, already, through, total } = sumUp(run.lines());
    if (refused + alike + stopped > 0 || through < total || arrived.length === 0) return;
    const fresh = addedIds(run.lines());
    const added = fresh.filter((id) => !attached.has(id)).length;
    run.clear();
    setAttached(() => new Set());
    const sentences = [
      added > 0 ? t('sum.added', { count: added }) : '',
      attached.size > 0 ? t('sum.attached', { count: attached.size }) : '',
      already > 0 ? t('sum.already', { count: already }) : '',
    ];
    toast({
      text: sentences.filter(Boolean).join(' '),
      ...(fresh.length > 0 && { undo: () => void undoImport(fresh) }),
    });
  };
}

/** Those that went to the product whose code they carry; so many are asked about at once. */
async function attachByCode(
  client: StudioClient,
  arrived: readonly { name: string; assetId: string }[],
): Promise<Set<string>> {
  const attached = new Set<string>();
  for (let from = 0; from < arrived.length; from += 1000) {
    const photos = arrived.slice(from, from + 1000);
    const found = await client.catalogue.attachByName({ photos }).catch(() => undefined);
    for (const { assetId } of found?.attached ?? []) attached.add(assetId);
  }
  return attached;
}
