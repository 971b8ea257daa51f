import { ORPCError } from '@orpc/server';
import { Problem } from '../shared/contract/problem.ts';
import { problemStatus, type ProblemCode, type ProblemText } from '../shared/contract/problems.ts';
import type { Language } from '../shared/contract/shapes.ts';
import type { CallContext } from '../shared/facts.ts';
import type { Say } from './db/feature-tools.ts';
import { storageTrouble } from './db/storage-trouble.ts';

/** Error data as every carrier hands it over. */
export type ProblemData = { problem: ProblemText; params: Record<string, unknown> };

export type AnswerProblems = {
  /** Goes around every call of every carrier: what was thrown becomes a declared error. */
  interceptor: (options: {
    context: CallContext;
    path: readonly string[];
    next: () => Promise<unknown>;
  }) => Promise<unknown>;
  /** The sentence of a problem, for what is not answered through the contract (uploads). */
  describe(problem: Problem, language: Language): ProblemText;
};

const problemNamespaces = [
  'app',
  'accounts',
  'campaigns',
  'catalogue',
  'media',
  'studio',
  'batch',
  'posts',
  'publishing',
  'deeds',
  'pictures',
  'inbox',
  'bulk',
  'series',
  'team',
  'brand',
  'creations',
  'film',
  'repeats',
  'shop',
  'sound',
  'captions',
  'encoders',
  'teaser',
  'automation',
  'records',
  'teamwork',
];

type Issue = { path?: readonly unknown[]; message?: string };

function issuesOf(error: ORPCError<string, unknown>): Issue[] {
  const data = error.data as { issues?: Issue[] } | undefined;
  return Array.isArray(data?.issues) ? data.issues : [];
}

function fieldsOf(issues: Issue[]): string {
  const fields = issues.map((issue) =>
    (issue.path ?? [])
      .map((part) => (typeof part === 'object' && part ? (part as { key: unknown }).key : part))
      .join('.'),
  );
  return [...new Set(fields.filter(Boolean))].slice(0, 5).join(', ');
}

/** What an unexpected error means to the person, if it is one of the machine's own troubles. */
export function problemOfError(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (storageTrouble(error) === 'disk-full') return new Problem('disk-full', {}, { cause: error });
  if (typeof code === 'string' && code.startsWith('SQLITE_BUSY')) {
    return new Problem('library-busy', {}, { cause: error });
  }
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    const issues = issuesOf(error as ORPCError<string, unknown>);
    return new Problem('invalid-input', { fields: fieldsOf(issues) || '–' }, { cause: error });
  }
  if (error instanceof ORPCError && error.code === 'NOT_FOUND') return new Problem('not-found');
  return undefined;
}

/** Turns whatever a procedure throws into a declared error with its sentence in the caller's language.
 *  What nobody foresaw is logged under a report number; its text and stack never leave the studio. */
export function createAnswerProblems(
  say: Say,
  shopLanguage: () => Language,
  report: (error: unknown, path: readonly string[]) => string,
): AnswerProblems {
  function sentence(problem: Problem, part: 'title' | 'what' | 'todo', language: Language): string {
    const keys = problemNamespaces.map((name) => `problems-${name}:${problem.code}.${part}`);
    for (const key of keys) {
      const text = say(language, key, problem.params);
      if (text !== key && text !== key.slice(key.indexOf(':') + 1)) return text;
    }
    return problem.code;
  }

  function describe(problem: Problem, language: Language): ProblemText {
    return {
      title: sentence(problem, 'title', language),
      what: sentence(problem, 'what', language),
      todo: sentence(problem, 'todo', language),
    };
  }

  function toDeclared(problem: Problem, language: Language): ORPCError<ProblemCode, ProblemData> {
    const text = describe(problem, language);
    return new ORPCError(problem.code, {
      defined: true,
      status: problemStatus[problem.code],
      message: `${text.title}. ${text.what}`,
      data: { problem: text, params: problem.params },
    });
  }

  return {
    describe,
    async interceptor({ context, path, next }) {
      try {
        return await next();
      } catch (error) {
        const known = problemOfError(error);
        const problem = known ?? new Problem('internal', { report: report(error, path) });
        throw toDeclared(problem, context.language ?? shopLanguage());
      }
    },
  };
}
