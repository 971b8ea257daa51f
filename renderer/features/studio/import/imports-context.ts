import { createContext, useContext } from 'react';
import type { ImportLine, ImportRun } from './import-run.ts';

export type Imports = {
  /** Begins to bring files into the library; what becomes of each is shown over every screen. */
  bring: (files: readonly File[]) => void;
  run: ImportRun;
  lines: readonly ImportLine[];
  /** The photos of this import that went to the product whose code they carry. */
  attached: ReadonlySet<string>;
  /** Forgets what is through. */
  close: () => void;
};

export const ImportContext = createContext<Imports | undefined>(undefined);

/** What takes files on any screen. */
export function useImports(): Imports {
  const imports = useContext(ImportContext);
  if (!imports) throw new Error('ImportProvider is missing.');
  return imports;
}
