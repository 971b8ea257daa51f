import { expect, test } from 'vitest';
import {
  codeRows,
  explainError,
  provesNotDone,
  subcodeRows,
} from '../../../packages/graph-api-client/src/error-table.ts';
import { reactionCases } from './reaction-cases.ts';

const explained = reactionCases.map((one) => ({
  one,
  row: explainError({ ...one, httpStatus: 400 }),
}));

test.each([...subcodeRows, ...codeRows])('$meaning $code $subcodes is provoked', (row) => {
  expect(explained.some((each) => each.row === row)).toBe(true);
});

test.each(explained)('$one.numbers means $one.meaning', ({ one, row }) => {
  expect(row.meaning).toBe(one.meaning);
  const blame = one.code === 100 && one.isProof ? ['message'] : [];
  expect(provesNotDone({ ...one, httpStatus: 400, blame })).toBe(one.isProof);
});
