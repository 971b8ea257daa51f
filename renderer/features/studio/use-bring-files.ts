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
  const [isBusy, setBusy] = useState(false);
  const bring = async (files: readonly File[]): Promise<ImportedFile[]> => {
    setBusy(true);
    try {
      const { imported, refused } = await importFiles(client, files);
      for (const { name, problem } of refused)
        toast({ title: `${name} : ${problem.title}`, text: `${problem.what} ${problem.todo}` });
      return imported;
    } catch (error) {
      const { title, what, todo } = problemOf(error);
      toast({ title, text: `${what} ${todo}` });
      return [];
    } finally {
      setBusy(false);
    }
  };
  return { bring, isBusy };
}
