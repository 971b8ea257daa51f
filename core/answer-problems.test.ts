import { expect, test } from 'vitest';
import { Problem } from '../shared/contract/problem.ts';
import { problemStatus, type ProblemCode } from '../shared/contract/problems.ts';
import { resourcesDir } from '../tests/support/test-tools.ts';
import { createAnswerProblems } from './answer-problems.ts';
import { createSay } from './texts.ts';

test('every problem has its three sentences in both languages', () => {
  const answers = createAnswerProblems(
    createSay(resourcesDir),
    () => 'fr',
    () => '',
  );
  const mute = (Object.keys(problemStatus) as ProblemCode[]).filter((code) =>
    (['fr', 'en'] as const).some((language) =>
      Object.values(answers.describe(new Problem(code, { count: 1 }), language)).includes(code),
    ),
  );
  expect(mute).toEqual([]);
});
