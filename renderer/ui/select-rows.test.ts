import { expect, test } from 'vitest';
import { noSelection, selectRow } from './select-rows.ts';

const all = ['a', 'b', 'c', 'd', 'e'];
const plain = { shift: false, mod: false };
const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort();

test('a click selects that row alone', () => {
  const first = selectRow(noSelection, all, 'b', plain);
  expect(ids(selectRow(first, all, 'd', plain))).toEqual(['d']);
});

test('Ctrl adds a row and takes it away again', () => {
  const two = selectRow(selectRow(noSelection, all, 'b', plain), all, 'd', {
    shift: false,
    mod: true,
  });
  expect(ids(two)).toEqual(['b', 'd']);
  expect(ids(selectRow(two, all, 'b', { shift: false, mod: true }))).toEqual(['d']);
});

test('Shift takes everything from the last click, in both directions', () => {
  const anchor = selectRow(noSelection, all, 'd', plain);
  expect(ids(selectRow(anchor, all, 'b', { shift: true, mod: false }))).toEqual(['b', 'c', 'd']);
  expect(ids(selectRow(anchor, all, 'e', { shift: true, mod: false }))).toEqual(['d', 'e']);
});

test('Shift with Ctrl keeps what was selected before', () => {
  const a = selectRow(noSelection, all, 'a', plain);
  const ac = selectRow(a, all, 'c', { shift: false, mod: true });
  expect(ids(selectRow(ac, all, 'e', { shift: true, mod: true }))).toEqual(['a', 'c', 'd', 'e']);
});

test('Shift without a first click selects one row', () => {
  expect(ids(selectRow(noSelection, all, 'c', { shift: true, mod: false }))).toEqual(['c']);
});
