import type { FilledReplyView } from '../../../../shared/contract/inbox-replies.ts';

export type AnsweredSoFar = {
  /** Thread ids. */
  done: readonly string[];
  failed: readonly { threadId: string; why: string }[];
  total: number;
};

/** Which of them may be answered: under a comment that is there, all variables filled, not said already. */
export function canAnswer(item: FilledReplyView): boolean {
  return (
    item.commentId !== undefined &&
    item.text.trim() !== '' &&
    item.unfilled.length === 0 &&
    !item.alreadySaid
  );
}

/** Answers each once under a name of its own: a run that goes on after a stop repeats nothing. One that
 *  fails does not keep the others from theirs. */
export async function answerOneByOne(run: {
  items: readonly FilledReplyView[];
  runId: string;
  reply: (answer: { commentId: string; text: string; clientId: string }) => Promise<void>;
  isStopped: () => boolean;
  describe: (error: unknown) => string;
  onProgress: (soFar: AnsweredSoFar) => void;
}): Promise<AnsweredSoFar> {
  const items = run.items.filter(canAnswer);
  let soFar: AnsweredSoFar = { done: [], failed: [], total: items.length };
  run.onProgress(soFar);
  for (const { threadId, commentId = '', text } of items) {
    if (run.isStopped()) break;
    try {
      await run.reply({ commentId, text, clientId: `${run.runId}-${commentId}` });
      soFar = { ...soFar, done: [...soFar.done, threadId] };
    } catch (error) {
      const failure = { threadId, why: run.describe(error) };
      soFar = { ...soFar, failed: [...soFar.failed, failure] };
    }
    run.onProgress(soFar);
  }
  return soFar;
}
