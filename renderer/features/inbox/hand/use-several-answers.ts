import { useRef, useState } from 'react';
import type { FilledReplyView } from '../../../../shared/contract/inbox-replies.ts';
import { windowId } from '../../../link/window-id.ts';
import { useStudio } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { answerOneByOne, type AnsweredSoFar } from './answer-one-by-one.ts';

/** Answers several threads one after the other, each once; it can be stopped between two. */
export function useSeveralAnswers() {
  const { client } = useStudio();
  const problem = useProblem();
  const [progress, setProgress] = useState<AnsweredSoFar>();
  const [isRunning, setRunning] = useState(false);
  // As they were when the run began: what is answered changes what would be filled.
  const [items, setItems] = useState<readonly FilledReplyView[]>();
  const stopped = useRef(false);
  // One name for the whole run: what was answered before a stop is not answered again.
  const [runId] = useState(() => crypto.randomUUID());

  async function start(filled: readonly FilledReplyView[]): Promise<void> {
    stopped.current = false;
    setItems(filled);
    setRunning(true);
    await answerOneByOne({
      items: filled,
      runId,
      reply: async (answer) => void (await client.inbox.reply({ ...answer, holder: windowId })),
      isStopped: () => stopped.current,
      describe: (error) => problem(error).title,
      onProgress: setProgress,
    });
    setRunning(false);
  }
  return { items, progress, isRunning, start, stop: () => (stopped.current = true) };
}
