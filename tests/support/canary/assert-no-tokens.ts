import type { PathLike } from 'node:fs';
import { filesWithTokens } from './find-tokens.ts';

/** Throws, naming the files, when anything below `path` holds a token. */
export function assertNoTokens(path: PathLike): void {
  const holders = filesWithTokens(String(path));
  if (holders.length > 0) throw new Error(`A token was written to ${holders.join(', ')}`);
}
