import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkSession } from '../../../../shared/contract/bulk.ts';
import { useStudio } from '../../../link/link-provider.tsx';
import { importFiles } from '../../../link/upload.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { Bulk } from './use-bulk.ts';

const accept = 'image/*,video/*';

/** Photos and videos from a folder, known by their names; what is still missing, and what nobody asks
 *  for. */
export function BulkMedia({
  bulk,
  session,
  onClose,
}: {
  bulk: Bulk;
  session: BulkSession;
  onClose: () => void;
}) {
  const { t } = useTranslation('bulk');
  const { progress, bring } = useBringing(bulk);
  const { unmatched, unused, brought } = session.files;
  return (
    <Dialog opened onClose={onClose} title={t('ui.bring')} widthPx={640}>
      <FileDrop label={t('ui.dropMedia')} onFiles={bring}>
        <div className="bulk-bring">
          <p>{t('ui.bringLead')}</p>
          <div className="bulk-bring-buttons">
            <FileButton kind="primary" accept={accept} onFiles={bring}>
              {t('ui.bringFiles')}
            </FileButton>
            <FolderButton onFiles={bring} />
          </div>
        </div>
      </FileDrop>
      {progress ? (
        <div role="status">
          <p className="small muted num">{t('ui.bringing', progress)}</p>
          <ProgressBar frac={progress.done / progress.count} label={t('ui.bring')} />
        </div>
      ) : null}
      {unmatched.length > 0 ? (
        <section aria-labelledby="bulk-unmatched">
          <h3 id="bulk-unmatched">{t('ui.unmatched')}</h3>
          <ul className="bulk-names">
            {unmatched.map(({ name, rows, nearest }) => (
              <li key={name}>
                <span className="cut">{name}</span>
                <span className="muted num">{t('ui.unmatchedLine', { count: rows })}</span>
                <span className="grow" />
                {nearest === undefined ? null : (
                  <Button onClick={() => bulk.replace('media', name, nearest)}>
                    <span className="cut">{t('ui.useNearest', { name: nearest })}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : (
        <p role="status">{t('ui.allMatched')}</p>
      )}
      {brought > 0 && unused.length > 0 ? (
        <details>
          <summary>
            {t('ui.unused')} ({unused.length})
          </summary>
          <p className="small muted">{unused.join(', ')}</p>
        </details>
      ) : null}
    </Dialog>
  );
}

/** The system's window for choosing a whole folder. */
function FolderButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const { t } = useTranslation('bulk');
  const input = useRef<HTMLInputElement>(null);
  // React knows no such attribute.
  useEffect(() => input.current?.setAttribute('webkitdirectory', ''), []);
  return (
    <>
      <Button onClick={() => input.current?.click()}>{t('ui.bringFolder')}</Button>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          onFiles(files);
        }}
      />
    </>
  );
}

type Progress = { done: number; count: number };

/** Brings files in by portions, so that a long folder shows what is there already. */
function useBringing(bulk: Bulk) {
  const { t } = useTranslation('bulk');
  const { client } = useStudio();
  const toast = useToast();
  const problemOf = useProblem();
  const [progress, setProgress] = useState<Progress>();
  const bring = async (files: readonly File[]) => {
    const wanted = files.filter((file) => /^(image|video)\//.test(file.type));
    if (wanted.length === 0) return;
    const count = wanted.length;
    setProgress({ done: 0, count });
    try {
      const result = await importFiles(client, wanted, (done) => setProgress({ done, count }));
      if (result.imported.length > 0) bulk.addFiles(result.imported);
      const [first] = result.refused;
      if (first)
        toast({
          text: t('ui.bringRefused', {
            count: result.refused.length,
            name: first.name,
            why: first.problem.what,
          }),
        });
    } catch (error) {
      const { title, what, todo } = problemOf(error);
      toast({ title, text: `${what} ${todo}` });
    }
    setProgress(undefined);
  };
  return { progress, bring: (files: File[]) => void bring(files) };
}
