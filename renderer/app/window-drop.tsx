import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../link/link-provider.tsx';
import { importFiles, type ImportResult } from '../link/upload.ts';
import { useProblem } from '../link/use-problem.ts';
import { FileDrop } from '../ui/file-drop.tsx';
import { useToast } from '../ui/toast.tsx';

/** Photos dropped anywhere come into the library; those named by a SKU go to their product. */
export function WindowDrop({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell');
  const { client } = useStudio();
  const toast = useToast();
  const problem = useProblem();
  const navigate = useNavigate();

  const report = (result: ImportResult, attached: number) => {
    const kept = result.imported.length - attached;
    const first = result.refused[0];
    const sentences = [
      attached > 0 ? t('drop.attached', { count: attached }) : '',
      kept > 0 ? t('drop.kept', { count: kept }) : '',
      first
        ? t('drop.refused', {
            count: result.refused.length,
            name: first.name,
            why: `${first.problem.what} ${first.problem.todo}`,
          })
        : '',
    ].filter(Boolean);
    const show = { label: t('drop.see'), run: () => void navigate({ to: '/catalogue' }) };
    toast({ text: sentences.join(' '), ...(attached > 0 ? { action: show } : {}) });
  };

  const take = async (files: File[]) => {
    try {
      const result = await importFiles(client, files, (done) => {
        if (files.length > 4 && done < files.length)
          toast({ text: t('drop.progress', { done, total: files.length }), key: 'drop' });
      });
      const photos = result.imported;
      const matched =
        photos.length > 0
          ? await client.catalogue.attachByName({ photos })
          : { attached: [], unmatched: [] };
      report(result, matched.attached.length);
    } catch (error) {
      const { title, what, todo } = problem(error);
      toast({ title, text: `${what} ${todo}` });
    }
  };

  return (
    <FileDrop label={t('drop.here')} onFiles={(files) => void take(files)}>
      {children}
    </FileDrop>
  );
}
