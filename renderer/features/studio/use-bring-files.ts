import { useState } from 'react';
import { useStudio } from '../../link/link-provider.tsx';
import { importFiles, type ImportedFile } from '../../link/upload.ts';
import { useProblem } from '../../link/use-problem.ts';
import { useToast } from '../../ui/toast.tsx';

/** Brings files into the library; those that are refused say why. */
export function useBringFiles() {
  const { client } = useStudio();
  const toast = useToast();
  const problemOf = useProblem();
  /** How far it is, while files are on their way. */
  const [progress, setProgress] = useState<{ done: number; total: number }>();
  const bring = async (files: readonly File[]): Promise<ImportedFile[]> => {
    const total = files.length;
    setProgress({ done: 0, total });
    try {
      const { imported, refused } = await importFiles(client, files, (done) =>
        setProgress({ done, total }),
      );
      for (const { name, problem } of refused)
        toast({ title: `${name} : ${problem.title}`, text: `${problem.what} ${problem.todo}` });
      return imported;
    } catch (error) {
      const { title, what, todo } = problemOf(error);
      toast({ title, text: `${what} ${todo}` });
      return [];
    } finally {
      setProgress(undefined);
    }
  };
  return { bring, progress, isBusy: progress !== undefined };
}
