import type { Network } from '../../../shared/contract/shapes.ts';
import { variablesOf, type ReplyVariable } from '../../../shared/replies/fill-reply.ts';
import { replyRoom } from '../../../shared/rules/reply-room.ts';

export type WordsCheck = {
  /** Variables that nothing has taken the place of: they would go out in braces. */
  open: ReplyVariable[];
  length: number;
  limit: number;
  /** Worth saying: near the limit, or beyond it. */
  isNear: boolean;
  isTooLong: boolean;
};

/** Whether what stands in the box may leave. */
export function checkWords(
  text: string,
  { network, kind }: { network: Network; kind: 'comment' | 'message' },
): WordsCheck {
  const words = text.trim();
  const { length, limit } = replyRoom(kind, network, words);
  return {
    open: variablesOf(words).used,
    length,
    limit,
    isNear: length >= limit * 0.9,
    isTooLong: length > limit,
  };
}
