import { expect, test } from 'vitest';
import { createReport, table } from './report.ts';

test('aligns columns without trailing blanks', () => {
  const text = table(
    ['a', 'long'],
    [
      ['wide cell', 'x'],
      ['b', 'y'],
    ],
  );
  expect(text.split('\n')).toEqual([
    'a          long',
    '---------  ----',
    'wide cell  x',
    'b          y',
  ]);
});

test('one wrong step makes the whole run wrong, and no step at all too', () => {
  const report = createReport();
  expect(report.allRight()).toBe(false);
  report.note('one', true, 'fine');
  expect(report.allRight()).toBe(true);
  report.note('two', false, 'lost');
  expect(report.allRight()).toBe(false);
});
