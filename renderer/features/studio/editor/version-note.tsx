import { useTranslation } from 'react-i18next';
import type { Creation } from '../../../../shared/contract/creations.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import type { EditorDocument } from './use-document.ts';

/** What stands in the way, above the picture: another window's changes, a save that failed, photos that
 *  are gone. */
export function VersionNote({
  document,
  creation,
  missing,
}: {
  document: EditorDocument;
  creation: Creation;
  missing: readonly string[];
}) {
  const { t } = useTranslation('editor');
  const { saving } = document;
  const problem = useProblem();
  const failed = saving.state === 'failed' ? problem(saving.error) : undefined;
  if (failed?.code === 'creation-changed')
    return (
      <div className="editor-note" role="alert">
        <span className="grow">{failed.what}</span>
        <Button onClick={() => void saving.keepMine()}>{t('version.mine')}</Button>
        <Button onClick={() => document.takeTheirs(creation)}>{t('version.theirs')}</Button>
      </div>
    );
  if (failed)
    return (
      <div className="editor-note" role="alert">
        <span className="grow">{failed.what}</span>
        <Button onClick={() => void saving.flush().catch(() => {})}>{t('version.again')}</Button>
      </div>
    );
  if (missing.length === 0) return null;
  return (
    <div className="editor-note" role="status">
      {t('missing', { count: missing.length })}
    </div>
  );
}
