import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assertNoTokens } from './assert-no-tokens.ts';

const artefacts = resolve(import.meta.dirname, '../../../artefacts');

/** Gives a runner a folder of its own for everything temporary. The answer searches what was left in it,
 *  then removes it. */
export function useSuiteFolder(name: string): () => void {
  const folder = join(artefacts, `${name}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  for (const variable of ['TMPDIR', 'TMP', 'TEMP']) process.env[variable] = folder;
  return () => {
    assertNoTokens(folder);
    rmSync(folder, { recursive: true, force: true });
  };
}
