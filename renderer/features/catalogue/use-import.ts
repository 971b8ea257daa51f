import { useRef, useState } from 'react';
import type { StudioClient } from '../../link/studio-api.ts';
import { useStudio } from '../../link/link-provider.tsx';
import type { ShownProblem } from '../../link/problem-of.ts';
import { UploadRefused, uploadFile } from '../../link/upload.ts';
import { useProblem } from '../../link/use-problem.ts';
import { readLack, type ColumnsLack } from './read-lack.ts';

type ImportFile = StudioClient['catalogue']['importFile'];
export type ImportAnswer = Awaited<ReturnType<ImportFile>>;
export type ImportOptions = Pick<
  Parameters<ImportFile>[0],
  'encoding' | 'mapping' | 'duplicates' | 'decimalMark'
>;
type Source = { name: string; path?: string; assetId?: string };

export type ImportStep =
  | { step: 'choose' }
  | { step: 'busy'; name: string }
  | { step: 'look'; source: Source; answer: ImportAnswer }
  | { step: 'columns'; source: Source; lack: ColumnsLack }
  | { step: 'done'; imported: number; left: number }
  | { step: 'problem'; problem: ShownProblem };

/** Choose a file, look at what would happen, change how it is read, and only then import. */
export function useImport() {
  const { client } = useStudio();
  const problemOf = useProblem();
  const [state, setState] = useState<ImportStep>({ step: 'choose' });
  const [options, setOptions] = useState<ImportOptions>({});
  const round = useRef(0);

  /** Runs one call; an older one that answers late changes nothing. */
  const run = async (source: Source, asked: ImportOptions, confirm: boolean) => {
    round.current += 1;
    const mine = round.current;
    setState({ step: 'busy', name: source.name });
    const next = await attempt(source, asked, confirm);
    if (mine === round.current) setState(next);
  };

  const attempt = async (
    { name, ...source }: Source,
    asked: ImportOptions,
    confirm: boolean,
  ): Promise<ImportStep> => {
    try {
      const answer = await client.catalogue.importFile({ ...source, ...asked, confirm });
      if (!confirm) return { step: 'look', source: { name, ...source }, answer };
      return { step: 'done', imported: answer.imported, left: answer.problems.length };
    } catch (error) {
      const problem = problemOf(error);
      const lack = readLack(problem);
      return lack
        ? { step: 'columns', source: { name, ...source }, lack }
        : { step: 'problem', problem };
    }
  };

  return {
    state,
    options,
    take: async (file: File) => {
      setState({ step: 'busy', name: file.name });
      setOptions({});
      try {
        await run(await sourceOf(file), {}, false);
      } catch (error) {
        const problem =
          error instanceof UploadRefused
            ? { ...error.problem, code: error.code, params: {} }
            : problemOf(error);
        setState({ step: 'problem', problem });
      }
    },
    /** Reads the same file in another way. */
    change: (source: Source, more: ImportOptions) => {
      const next = { ...options, ...more };
      setOptions(next);
      void run(source, next, false);
    },
    confirm: (source: Source) => void run(source, options, true),
    restart: () => setState({ step: 'choose' }),
  };
}

export type Import = ReturnType<typeof useImport>;

async function sourceOf(file: File): Promise<Source> {
  const path = window.vitrine?.pathForFile?.(file);
  return path ? { name: file.name, path } : { name: file.name, ...(await uploadFile(file)) };
}
