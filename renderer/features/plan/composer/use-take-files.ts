import { useState } from 'react';
import { useStudio } from '../../../link/link-provider.tsx';
import { importFiles } from '../../../link/upload.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { useToast } from '../../../ui/toast.tsx';

/** Brings chosen or dropped files into the library and hands over what came through. */
export function useTakeFiles(onTaken: (assetIds: string[]) => void) {
  const { client } = useStudio();
  const toast = useToast();
  const problem = useProblem();
  const [busy, setBusy] = useState(false);
  const run = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    try {
      const { imported, refused } = await importFiles(client, files);
      onTaken(imported.map((one) => one.assetId));
      const [first] = refused;
      if (first) {
        const { title, what, todo } = first.problem;
        toast({ title, text: `${first.name} : ${what} ${todo}` });
      }
    } catch (error) {
      const { title, what, todo } = problem(error);
      toast({ title, text: `${what} ${todo}` });
    } finally {
      setBusy(false);
    }
  };
  return { run, busy };
}
