import { expect, it } from 'vitest';
import { moveOfRows } from './kept-rows.ts';

const drawn = new Map([
  ['ana', 920],
  ['bo', 1012],
  ['cem', 1104],
]);
const startsIn = (ids: readonly string[]) => (id: string) =>
  ids.includes(id) ? ids.indexOf(id) * 92 : undefined;
const others = Array.from({ length: 10 }, (_, index) => `other-${index}`);

it('follows rows when others come above them', () => {
  expect(moveOfRows(drawn, startsIn([...others, 'ana', 'bo', 'cem']))).toBe(0);
  expect(moveOfRows(drawn, startsIn(['new', 'newer', ...others, 'ana', 'bo', 'cem']))).toBe(184);
});

it('stays with most of them when one goes to the top or leaves', () => {
  expect(moveOfRows(drawn, startsIn(['ana', ...others, 'bo', 'cem']))).toBe(0);
  expect(moveOfRows(drawn, startsIn(['cem', ...others, 'ana', 'bo']))).toBe(92);
  expect(moveOfRows(drawn, startsIn([...others, 'bo', 'cem']))).toBe(-92);
  expect(moveOfRows(drawn, startsIn(others))).toBe(0);
});
