import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { badRowsFile } from './bad-rows-file.ts';

const words = { row: 'Ligne', reason: 'Raison' };
const read = (text: string, delimiter = ';'): string[][] => parse(text, { bom: true, delimiter });

test('keeps the columns and says what is wrong with each row', () => {
  const rows = [{ row: 18, column: 'Prix', reason: 'Pas un nombre.', cells: ['A', '12,9O'] }];
  expect(read(badRowsFile(['Réf', 'Prix'], rows, ';', words))).toEqual([
    ['Réf', 'Prix', 'Ligne', 'Raison'],
    ['A', '12,9O', '18', 'Prix: Pas un nombre.'],
  ]);
});

test('F81 disarms what begins like a formula and leaves numbers alone', () => {
  const cells = ['=1+2', '+33 4', '-5', '@x', '\tx', '＝1', 'a;b "c"\nd', '-5,20 €'];
  const rows = [{ row: 2, column: 'x', reason: 'y', cells }];
  const [, line] = read(badRowsFile(cells.map(String), rows, ';', words));
  expect(line?.slice(0, cells.length)).toEqual([
    "'=1+2",
    '+33 4',
    '-5',
    "'@x",
    "'\tx",
    "'＝1",
    'a;b "c"\nd',
    "'-5,20 €",
  ]);
});

test('short rows and rows without cells still line up', () => {
  const rows = [
    { row: 2, column: 'b', reason: 'y', cells: ['1'] },
    { row: 3, column: 'b', reason: 'z' },
  ];
  const text = badRowsFile(['a', 'b'], rows, '\t', words);
  expect(read(text, '\t').map((line) => line.length)).toEqual([4, 4, 4]);
});
