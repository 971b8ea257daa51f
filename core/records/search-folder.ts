import type { Host } from '../host.ts';
import type { FoundFile } from './search-files.ts';
import type { SearchAnswer } from './search-process.ts';

/** The practice network stands for the real one, which nobody here can make forget; the lock holds nothing. */
const notOurs = ['practice', 'studio.lock', 'studio.lock-journal'];

export type SearchFolder = (
  needles: readonly string[],
  samples?: readonly Buffer[],
) => Promise<FoundFile[]>;

/** Searches the bytes of the whole data folder, in a child process. Rejects when it could not look. */
export function folderSearch(uses: {
  host: Pick<Host, 'startProcess'>;
  entry: string;
  dataDir: string;
}): SearchFolder {
  return (needles, samples = []) =>
    new Promise((resolve, reject) => {
      const child = uses.host.startProcess(uses.entry);
      child.onMessage((message) => {
        const answer = message as SearchAnswer;
        if (answer.ok) resolve(answer.files);
        else reject(new Error(answer.error));
      });
      child.onExit(() => reject(new Error('the search of the folder ended without an answer')));
      child.send({
        folder: uses.dataDir,
        skip: notOurs,
        needles: [...needles],
        samples: samples.map((one) => one.toString('base64')),
      });
    });
}
