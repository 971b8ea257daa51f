import { useFileRun } from '../../../link/use-file-run.ts';
import { FileRunLine as RunLine } from '../../../ui/file-run-line.tsx';

/** A file that was begun here. */
export function FileRunLine({ runId }: { runId: string }) {
  return <RunLine {...useFileRun(runId)} />;
}
