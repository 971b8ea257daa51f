import { ORPCError } from '@orpc/client';
import { problemText, type ProblemText } from '../../shared/contract/problems.ts';

export type ShownProblem = ProblemText & {
  /** Language-free, as `time-past`; for decisions and for support. */
  code: string;
  params: Record<string, unknown>;
};

type SayInternal = (key: 'title' | 'what' | 'todo') => string;

/** What to show for an error of a call: the studio's own sentences, or that of an unknown trouble
 *  (`say` gives its words). */
export function problemOf(error: unknown, say: SayInternal): ShownProblem {
  if (error instanceof ORPCError) {
    const data: unknown = error.data;
    if (typeof data === 'object' && data !== null && 'problem' in data) {
      const parsed = problemText.safeParse(data.problem);
      const params = 'params' in data && isRecord(data.params) ? data.params : {};
      if (parsed.success) return { ...parsed.data, code: String(error.code), params };
    }
  }
  return {
    title: say('title'),
    what: say('what'),
    todo: say('todo'),
    code: error instanceof ORPCError ? String(error.code) : 'internal',
    params: {},
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
