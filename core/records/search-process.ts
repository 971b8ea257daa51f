// Looks through the data folder in a process of its own: the one that holds the library must not open its
// file. What is sought comes as a message, for arguments can be seen by other programs.
import { searchFiles, type FoundFile, type SearchWish } from './search-files.ts';

export type SearchAnswer = { ok: true; files: FoundFile[] } | { ok: false; error: string };

type ParentPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
};
const parentPort = (process as unknown as { parentPort?: ParentPort }).parentPort;

function answer(wish: SearchWish): void {
  let message: SearchAnswer;
  try {
    message = { ok: true, files: searchFiles(wish) };
  } catch (error) {
    message = { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
  if (parentPort) {
    parentPort.postMessage(message);
    process.exit(0);
  }
  process.send?.(message, undefined, undefined, () => process.exit(0));
}

if (parentPort) parentPort.on('message', ({ data }) => answer(data as SearchWish));
else process.on('message', (data) => answer(data as SearchWish));
process.on('disconnect', () => process.exit(0));
